import { avatar, byId, clock, el } from './dom.js';
import { botById, currentKey, groupById, keyOf, nameOf, state } from './state.js';

/** Who you are, and which conversations there are. */
export function sidebar(open) {
  return {
    users() {
      byId('user-select').replaceChildren(...state.users.map((user) =>
        el('option', { value: user.id, text: nameOf(user), selected: user.id === state.me?.id })));
    },
    conversations() {
      const items = [
        ...state.bots.map((bot) => ({ chat: state.me?.id ?? 0, bot: bot.id, id: bot.id, name: bot.first_name, hint: `@${bot.username}` })),
        ...state.groups.filter((group) => !group.migrated_to).map((group) => ({ chat: group.id, bot: null, id: group.id, name: group.title, hint: 'Group' })),
      ];
      byId('conversations').replaceChildren(...items.map((item) => el('li', {}, entry(item, open))));
    },
    head() {
      const group = state.chat < 0 ? groupById(state.chat) : null;
      const bot = botById(state.bot);
      const name = group?.title ?? bot?.first_name ?? 'No bot yet';
      byId('chat-name').textContent = name;
      avatar(byId('chat-avatar'), name, group?.id ?? bot?.id ?? 0);
      const select = byId('bot-select');
      select.hidden = state.bots.length === 0;
      select.replaceChildren(
        ...(group ? [el('option', { value: '', text: 'Every bot' })] : []),
        ...state.bots.map((each) => el('option', { value: each.id, text: `@${each.username}`, selected: each.id === state.bot })));
      if (group && state.bot === null) select.value = '';
    },
  };
}

function entry(item, open) {
  const key = keyOf(item.chat, item.bot);
  const last = state.last.get(key);
  const unread = state.unread.get(key) ?? 0;
  const current = key === currentKey();
  return el('button', {
    type: 'button', class: 'conversation', 'data-testid': 'conversation', 'data-chat': item.chat, 'aria-current': String(current),
    onclick: () => open(item.chat, item.bot),
  },
  avatar(el('span', { 'aria-hidden': 'true' }), item.name, item.id), el('b', { text: item.name }),
  unread && !current ? el('span', { class: 'unread', text: String(unread), 'aria-label': `${unread} new` }) : el('time', { text: last ? clock(last.date_ms) : '' }),
  el('small', { text: last ? (last.text ?? last.caption ?? 'Photo or document').replace(/\s+/g, ' ').slice(0, 80) : item.hint }));
}
