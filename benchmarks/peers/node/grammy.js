// grammY with a handler in memory: an update that was answered is gone when this process ends.
import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import { botInfo, path, secretToken, serve, token } from './settings.js';

let handled = 0;
const bot = new Bot(token, { botInfo });
bot.on('message', () => {
  handled++;
});

const callback = webhookCallback(bot, 'http', { secretToken });
serve(
  createServer((request, response) => {
    if (request.method === 'POST' && request.url === path) {
      callback(request, response).catch(() => response.writeHead(500).end());
    } else {
      response.writeHead(404).end();
    }
  }),
);
