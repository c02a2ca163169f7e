// grammY that keeps below Telegram's limits by its throttler, with the settings that it comes with.
import { apiThrottler } from '@grammyjs/transformer-throttler';
import { createBot, serveSending } from './sending.js';

const bot = createBot();
bot.api.config.use(apiThrottler());
serveSending(bot);
