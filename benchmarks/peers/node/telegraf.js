// Telegraf with a handler in memory: an update that was answered is gone when this process ends.
import { createServer } from 'node:http';
import { Telegraf } from 'telegraf';
import { botInfo, path, secretToken, serve, token } from './settings.js';

let handled = 0;
const bot = new Telegraf(token);
bot.botInfo = botInfo;
bot.on('message', () => {
  handled++;
});

serve(createServer(bot.webhookCallback(path, { secretToken })));
