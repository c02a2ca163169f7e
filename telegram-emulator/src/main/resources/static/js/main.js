import { get, post, watch } from './api.js';
import { composer } from './composer.js';
import { byId, el } from './dom.js';
import { alertBox, ask, guarded, toast } from './notices.js';
import { panel } from './panel.js';
import { sidebar } from './sidebar.js';
import { botById, currentKey, groupById, keyOf, keyOfMessage, remember, remembered, state, userById } from './state.js';
import { timeline } from './timeline.js';

const ACTION_MS = 5000;
const PRESS_MS = 15000;
const ACTIONS = { typing: 'typing', upload_photo: 'sending a photo', upload_document: 'sending a file' };

const messageField = composer(send);
const side = sidebar((chatId, botId) => open(chatId, botId));
const controls = panel();
const chat = timeline({
  command: (text) => (text === '/start' && isInvited() ? start() : send(text, null)),
  press,
  reply: messageField.reply,
  edit: messageField.edit,
});
const pressed = new Map();
let invitation = invited(new URLSearchParams(location.search));
let messages = [];
let actionTimer = null;
let reloadTimer = null;

async function send(text, context) {
  try {
    const target = { bot: state.bot ?? undefined, user: state.me.id, chat: state.chat, text };
    if (context?.edit) await post('/messages/edit', { ...target, message_id: context.message.message_id });
    else await post('/messages', { ...target, reply_to_message_id: context?.message.message_id });
    return true;
  } catch (failure) {
    toast(failure.message, true);
    return false;
  }
}

/** A deep link leads here, and waits for a press on Start. */
function invited(query) {
  return query.has('bot') && query.has('start') ? { bot: query.get('bot').toLowerCase(), word: query.get('start') } : null;
}

const inviting = () => state.bots.find((bot) => bot.username.toLowerCase() === invitation?.bot);
const isInvited = () => state.bot !== null && state.bot === inviting()?.id && state.chat === state.me.id;

const start = guarded(async function start() {
  if (!(await send(`/start ${invitation.word}`.trim(), null))) return;
  invitation = null;
  history.replaceState(null, '', location.pathname);
  render();
});

async function press(message, button, row, column, key) {
  if (button.copy_text) {
    await navigator.clipboard?.writeText(button.copy_text.text);
    return toast('Copied');
  }
  if (!button.callback_data) return toast('This kind of button is not emulated');
  key.setAttribute('aria-busy', 'true');
  const release = () => key.removeAttribute('aria-busy');
  setTimeout(release, PRESS_MS);
  try {
    const answer = await post('/buttons', { bot: message.bot || state.bot || undefined, user: state.me.id, chat: message.chat.id, message_id: message.message_id, row, column });
    pressed.set(answer.callback_query_id, release);
    // The answer may have come while the request was under way.
    if (answered.has(answer.callback_query_id)) showAnswer(answered.get(answer.callback_query_id));
  } catch (failure) {
    release();
    toast(failure.message, true);
  }
  return undefined;
}

const answered = new Map();

function showAnswer(answer) {
  const release = pressed.get(answer.id);
  if (!release) {
    answered.set(answer.id, answer);
    return;
  }
  pressed.delete(answer.id);
  answered.delete(answer.id);
  release();
  if (answer.text && answer.show_alert) alertBox(botById(answer.bot)?.first_name ?? 'Bot', answer.text);
  else if (answer.text) toast(answer.text);
  if (answer.url && /^https?:/i.test(answer.url)) window.open(answer.url, '_blank', 'noopener');
}

const open = guarded(async function open(chatId, botId) {
  state.chat = chatId;
  state.bot = botId;
  document.body.dataset.view = 'chat';
  remember();
  state.unread.delete(currentKey());
  messageField.clear();
  render();
  await loadMessages();
  if (matchMedia('(min-width: 721px)').matches) messageField.focus();
});

async function loadMessages() {
  const key = currentKey();
  const bot = state.bot === null ? '' : `&bot=${state.bot}`;
  const loaded = await get(`/messages?chat=${state.chat}${bot}&limit=200`);
  if (key !== currentKey()) return;
  messages = loaded;
  if (messages.length) state.last.set(key, messages.at(-1));
  chat.show(messages);
  messageField.keyboardOf(messages);
  side.conversations();
}

function render() {
  side.users();
  side.conversations();
  side.head();
  showState();
  messageField.refresh();
  const none = state.bots.length === 0;
  byId('empty').hidden = !none;
  byId('composer').inert = none;
  byId('start').hidden = !isInvited();
  controls.refresh();
}

function showState(action) {
  const line = byId('chat-state');
  const bot = botById(state.bot);
  line.className = action ? 'active' : '';
  if (action) line.textContent = `${action}…`;
  else if (state.chat < 0) line.textContent = `group, ${groupById(state.chat)?.members.length ?? 0} people`;
  else if (bot) line.textContent = bot.webhook_url ? 'bot · webhook' : bot.polling ? 'bot · long polling' : 'bot · not listening yet';
  else line.textContent = '';
}

const handlers = {
  message(message) {
    const key = keyOfMessage(message);
    state.last.set(key, message);
    if (key === currentKey()) {
      messages.push(message);
      if (message.direction === 'out') showState();
      chat.add(message);
      messageField.keyboardOf(messages);
    } else if (message.direction === 'out' && (message.chat.id < 0 || message.chat.id === state.me?.id)) {
      state.unread.set(key, (state.unread.get(key) ?? 0) + 1);
    }
    refreshList();
  },
  message_edited(message) {
    const at = messages.findIndex((each) => each.message_id === message.message_id && keyOfMessage(each) === keyOfMessage(message));
    if (at >= 0) messages[at] = message;
    chat.replace(message);
  },
  message_deleted: (message) => chat.remove(message),
  chat_action(event) {
    if (keyOf(event.chat, event.bot) !== currentKey()) return;
    showState(ACTIONS[event.action] ?? 'busy');
    clearTimeout(actionTimer);
    actionTimer = setTimeout(() => showState(), ACTION_MS);
  },
  callback_answered: showAnswer,
  bot: reloadSoon,
  chat: reloadSoon,
  settings: () => controls.settings(),
  reset: () => { state.last.clear(); state.unread.clear(); reloadSoon(); },
};

let listTimer = null;
function refreshList() {
  listTimer ??= setTimeout(() => { listTimer = null; side.conversations(); }, 150);
}

function reloadSoon() {
  clearTimeout(reloadTimer);
  reloadTimer = setTimeout(guarded(reload), 120);
}

/** Loads everybody and keeps the choice where it still exists. */
async function reload() {
  [state.users, state.groups, state.bots] = await Promise.all([get('/users'), get('/groups'), get('/bots')]);
  if (state.users.length === 0) {
    state.users = [await post('/users', { first_name: 'Demo', last_name: 'User', username: 'demo_user' })];
  }
  const before = currentKey();
  const kept = remembered();
  state.me = userById(state.me?.id ?? kept.me) ?? state.users[0];
  if (state.chat === null) {
    state.chat = kept.chat ?? null;
    state.bot = kept.bot ?? null;
  }
  const group = state.chat < 0 && groupById(state.chat);
  if (!group) state.chat = state.me.id;
  if (inviting()) {
    state.chat = state.me.id;
    state.bot = inviting().id;
    document.body.dataset.view = 'chat';
  }
  if (!botById(state.bot)) state.bot = group ? null : state.bots[0]?.id ?? null;
  remember();
  render();
  if (state.bot !== null || group) {
    if (before !== currentKey() || messages.length === 0) await loadMessages();
  }
}

function newUser() {
  ask('New user', [['first_name', 'First name', { required: true, maxlength: 64 }], ['last_name', 'Last name', { maxlength: 64 }], ['username', 'Username', { pattern: '[A-Za-z0-9_]{3,32}', maxlength: 32 }], ['id', 'Id (optional)', { inputmode: 'numeric', pattern: '[1-9][0-9]{0,15}' }]], 'Create', async (values) => {
    const user = await post('/users', { first_name: values.first_name, last_name: values.last_name || undefined, username: values.username || undefined, id: values.id ? Number(values.id) : undefined });
    become(user);
  });
}

function newGroup() {
  ask('New group', [['title', 'Title', { required: true, maxlength: 128 }], ['is_forum', 'With topics', { type: 'checkbox' }]], 'Create', async (values) => {
    const group = await post('/groups', { title: values.title, is_forum: values.is_forum, members: [state.me.id] });
    state.groups.push(group);
    await open(group.id, null);
  });
}

async function become(user) {
  state.me = user;
  state.chat = user.id;
  state.bot ??= state.bots[0]?.id ?? null;
  messages = [];
  remember();
  await reload();
}

byId('start').addEventListener('click', start);
byId('new-user').addEventListener('click', newUser);
byId('new-group').addEventListener('click', newGroup);
byId('back').addEventListener('click', () => { document.body.dataset.view = 'list'; });
byId('user-select').addEventListener('change', guarded((event) => become(userById(Number(event.target.value)))));
byId('bot-select').addEventListener('change', (event) => open(state.chat, event.target.value ? Number(event.target.value) : null));

byId('empty').append(
  el('img', { src: 'icon.svg', width: '72', height: '72', alt: '' }),
  el('h3', { text: 'No bot is connected yet' }),
  el('p', { text: 'Point your bot at this address instead of api.telegram.org. It appears here with its first call. Any well-formed token will do.' }),
  el('pre', { text: `TELEGRAM_API_URL=${location.origin}\n\ncurl ${location.origin}/bot42:TEST/getMe` }));

watch(handlers, (alive) => {
  byId('connection').replaceChildren(el('span', { class: alive ? 'dot good' : 'dot bad' }), el('span', { text: alive ? 'live' : 'connection lost, trying again…' }));
  if (alive) guarded(reload)();
});
