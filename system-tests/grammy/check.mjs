import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { Bot, GrammyError, InlineKeyboard, InputFile, webhookCallback } from 'grammy';

const base = process.env.EMULATOR_URL ?? 'http://127.0.0.1:8090';
const TOKEN = '4200:GRAMMY';
const USER = 4201;
const SECRET = 'grammy-secret';
const PATIENCE_MS = 10_000;
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

async function control(method, path, body) {
  const response = await fetch(`${base}/control${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.json();
}

const type = (text) => control('POST', '/messages', { bot: 4200, user: USER, text });

/** The newest text in the chat, once it is the expected one. */
async function expectText(expected) {
  const deadline = Date.now() + PATIENCE_MS;
  let texts = [];
  while (Date.now() < deadline) {
    const messages = await control('GET', `/messages?chat=${USER}&bot=4200`);
    texts = messages.filter((each) => each.direction === 'out').map((each) => each.text);
    if (texts.includes(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.fail(`no message "${expected}" among ${JSON.stringify(texts)}`);
}

function newBot() {
  const bot = new Bot(TOKEN, { client: { apiRoot: base } });
  bot.command('start', (context) => context.reply('<b>hello</b> by grammY', {
    parse_mode: 'HTML',
    reply_markup: new InlineKeyboard().text('Press', 'pressed'),
  }));
  bot.callbackQuery('pressed', async (context) => {
    await context.answerCallbackQuery({ text: 'Thanks' });
    await context.editMessageText('pressed by grammY');
  });
  bot.on('message:text', (context) => context.reply(`echo ${context.message.text}`));
  return bot;
}

async function converse() {
  await type('/start');
  await expectText('hello by grammY');
  const messages = await control('GET', `/messages?chat=${USER}&bot=4200`);
  const hello = messages.findLast((each) => each.text === 'hello by grammY');
  const pressed = await control('POST', '/buttons', { bot: 4200, user: USER, message_id: hello.message_id, data: 'pressed' });
  await expectText('pressed by grammY');
  const answer = await control('GET', `/callbacks/${pressed.callback_query_id}?bot=4200`);
  assert.equal(answer.text, 'Thanks');
}

async function polling() {
  const bot = newBot();
  let running;
  await new Promise((resolve) => {
    running = bot.start({ drop_pending_updates: true, onStart: resolve });
  });
  await converse();
  await type('one');
  await expectText('echo one');
  await bot.stop();
  await running;
  console.log('ok   long polling');
}

async function direct() {
  const bot = newBot();
  const photo = await bot.api.sendPhoto(USER, new InputFile(PIXEL, 'pixel.png'), { caption: 'a pixel' });
  assert.equal(photo.photo.at(-1).width, 1);
  const file = await bot.api.getFile(photo.photo.at(-1).file_id);
  const bytes = await fetch(`${base}/file/bot${TOKEN}/${file.file_path}`);
  assert.deepEqual(Buffer.from(await bytes.arrayBuffer()), PIXEL);
  await assert.rejects(bot.api.sendMessage(1, 'x'), (failure) => failure instanceof GrammyError && failure.error_code === 400);
  await bot.api.setMyCommands([{ command: 'start', description: 'Begin' }]);
  assert.equal((await bot.api.getMyCommands())[0].command, 'start');
  console.log('ok   uploads, files, errors, commands');
}

async function webhook() {
  const bot = newBot();
  const handle = webhookCallback(bot, 'http', { secretToken: SECRET });
  const server = createServer(handle);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  await bot.api.setWebhook(`http://127.0.0.1:${server.address().port}/`, { secret_token: SECRET });
  await type('two');
  await expectText('echo two');
  const info = await bot.api.getWebhookInfo();
  assert.equal(info.last_error_message, undefined);
  await bot.api.deleteWebhook();
  server.close();
  server.closeAllConnections();
  console.log('ok   webhook');
}

const limits = await control('GET', '/limits');
try {
  await control('POST', '/bots', { token: TOKEN, username: 'grammy_check_bot', first_name: 'grammY' });
  await control('PUT', '/limits', { off: true });
  await control('POST', '/users', { id: USER, first_name: 'Gram' });
  await direct();
  await polling();
  await webhook();
} catch (failure) {
  console.error('FAIL', failure);
  process.exitCode = 1;
} finally {
  await control('PUT', '/limits', limits);
}
// A failed check may leave a polling bot behind, which would keep the process alive.
process.exit();
