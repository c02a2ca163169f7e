// What the peers of bin/bench pacing have in common: the runner posts a list of messages to /send and is answered when none of
// them is under way any more.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { Bot } from 'grammy';
import { botInfo, serve, token } from './settings.js';

/** A bot that speaks to the emulator. */
export function createBot() {
  return new Bot(token, { botInfo, client: { apiRoot: process.env.TELEGRAM_API_URL } });
}

/** Takes workloads for the bot. */
export function serveSending(bot) {
  serve(
    createServer(async (request, response) => {
      const result = request.url === '/send' ? await send(bot.api, await json(request)) : {};
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(result));
    }),
  );
}

async function send(api, { broadcast, replies, everyMillis }) {
  let failed = 0;
  const deliver = ({ chat, text }) =>
    api.sendMessage(chat, text).catch((error) => {
      failed++;
      console.error(error.message);
    });

  const startedMs = Date.now();
  const everyone = Promise.all(broadcast.map(deliver));
  const repliesMs = {};
  const answered = [];
  for (const [index, reply] of replies.entries()) {
    await until(startedMs + (index + 1) * everyMillis);
    repliesMs[reply.key] = Date.now();
    answered.push(deliver(reply));
  }
  await everyone;
  await Promise.all(answered);
  return { startedMs, repliesMs, failed };
}

function until(timeMs) {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, timeMs - Date.now())));
}
