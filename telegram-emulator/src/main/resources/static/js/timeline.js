import { bubble } from './bubble.js';
import { byId, el } from './dom.js';
import { currentKey, keyOfMessage, state } from './state.js';

const MOST_SHOWN = 300;
const NEAR_BOTTOM = 120;

/** The list of messages of the open chat. */
export function timeline(actions) {
  const box = byId('messages');
  const toBottom = byId('to-bottom');
  let lastDay = '';

  const isNearBottom = () => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_BOTTOM;
  const scrollDown = () => { box.scrollTop = box.scrollHeight; };
  box.addEventListener('scroll', () => { toBottom.hidden = isNearBottom(); });
  toBottom.addEventListener('click', scrollDown);

  function appendDay(message) {
    const day = new Date(message.date_ms).toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
    if (day !== lastDay) box.append(el('div', { class: 'day', text: day }));
    lastDay = day;
  }

  function append(message) {
    box.querySelector('.hint')?.remove();
    appendDay(message);
    box.append(bubble(message, actions));
    while (box.querySelectorAll('.message').length > MOST_SHOWN) box.querySelector('.message').remove();
  }

  return {
    show(messages) {
      lastDay = '';
      box.replaceChildren();
      messages.forEach(append);
      if (messages.length === 0) {
        box.append(el('div', { class: 'hint', 'data-testid': 'chat-hint' }, el('div', { text: 'No messages here yet.' }),
          el('button', { type: 'button', class: 'button primary', 'data-testid': 'start-button', text: 'Send /start', onclick: () => actions.command('/start') })));
      }
      scrollDown();
      // Pictures have their size in the markup, but fonts may still move the end.
      requestAnimationFrame(scrollDown);
    },
    add(message) {
      if (keyOfMessage(message) !== currentKey() || byId(`m${message.message_id}`)) return;
      const follow = isNearBottom() || message.from?.id === state.me?.id;
      append(message);
      if (follow) scrollDown();
      toBottom.hidden = isNearBottom();
    },
    replace(message) {
      if (keyOfMessage(message) !== currentKey()) return;
      const old = byId(`m${message.message_id}`);
      if (!old) return;
      const follow = isNearBottom();
      const fresh = bubble(message, actions);
      fresh.classList.add('changed');
      old.replaceWith(fresh);
      if (follow) scrollDown();
    },
    remove(message) {
      if (keyOfMessage(message) === currentKey()) byId(`m${message.message_id}`)?.remove();
    },
  };
}
