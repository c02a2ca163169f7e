// grammY that does Herald's job: claim the update in Redis, publish it with acks=all, and only then answer 200.
import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import { Redis } from 'ioredis';
import { Kafka, logLevel } from 'kafkajs';
import { botInfo, path, secretToken, serve, token } from './settings.js';

const topic = process.env.BENCH_TOPIC;
const claimSeconds = 48 * 3600;

const redis = new Redis(process.env.REDIS_URL);
const kafka = new Kafka({
  clientId: 'grammy-durable',
  brokers: process.env.KAFKA_BOOTSTRAP_SERVERS.split(','),
  logLevel: logLevel.WARN,
});
const producer = kafka.producer({ allowAutoTopicCreation: false });
await producer.connect();

const bot = new Bot(token, { botInfo });
bot.use(async (context) => {
  const update = context.update;
  const claim = `peer:upd:${update.update_id}`;
  if ((await redis.set(claim, '1', 'EX', claimSeconds, 'NX')) === null) {
    return;
  }
  try {
    await producer.send({
      topic,
      acks: -1,
      messages: [{ key: String(context.chatId ?? context.from?.id ?? botInfo.id), value: JSON.stringify(update) }],
    });
  } catch (error) {
    // Telegram sends it again, which must not look like a duplicate then.
    await redis.del(claim);
    throw error;
  }
});

const callback = webhookCallback(bot, 'http', { secretToken });
serve(
  createServer((request, response) => {
    if (request.method === 'POST' && request.url === path) {
      callback(request, response).catch(() => response.writeHead(503).end());
    } else {
      response.writeHead(404).end();
    }
  }),
  async () => {
    await producer.disconnect();
    redis.disconnect();
  },
);
