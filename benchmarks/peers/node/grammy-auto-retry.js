// grammY that sends at once, and again as often and as late as Telegram's 429 says.
import { autoRetry } from '@grammyjs/auto-retry';
import { createBot, serveSending } from './sending.js';

const bot = createBot();
bot.api.config.use(autoRetry());
serveSending(bot);
