/** What the page knows. Private chats are told apart by bot, groups are not. */
export const state = {
  users: [],
  groups: [],
  bots: [],
  me: null,
  chat: null,
  bot: null,
  messages: new Map(),
  last: new Map(),
  unread: new Map(),
};

export const keyOf = (chat, bot) => (chat < 0 ? `g${chat}` : `p${chat}:${bot}`);
export const keyOfMessage = (message) => keyOf(message.chat.id, message.bot);
export const currentKey = () => (state.chat === null ? null : keyOf(state.chat, state.bot));
export const botById = (id) => state.bots.find((bot) => bot.id === id) ?? null;
export const userById = (id) => state.users.find((user) => user.id === id) ?? null;
export const groupById = (id) => state.groups.find((group) => group.id === id) ?? null;
export const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(' ');

const REMEMBERED = 'telegram-emulator';

/** Remembers the chosen user and chat for this browser tab. */
export function remember() {
  const { me, chat, bot } = state;
  sessionStorage.setItem(REMEMBERED, JSON.stringify({ me: me?.id ?? null, chat, bot }));
}

export function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(REMEMBERED) ?? '{}') ?? {};
  } catch {
    return {};
  }
}
