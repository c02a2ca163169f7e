import { byId, el } from './dom.js';
import { botById, nameOf, state } from './state.js';

/** The message field: commands, reply keyboard, reply and edit; calls send(text, context). */
export function composer(send) {
  const input = byId('message-input');
  const list = byId('commands');
  const keyboard = byId('keyboard');
  let context = null;
  let selected = 0;
  let offered = [];

  const grow = () => {
    input.style.height = 'auto';
    input.style.height = `${Math.min(input.scrollHeight, 180)}px`;
    byId('send-button').disabled = input.value.trim() === '';
  };

  async function submit(text) {
    const used = context;
    setContext(null);
    input.value = '';
    grow();
    offer();
    if (!(await send(text, used)) && !input.value) {
      input.value = text;
      grow();
    }
  }

  function setContext(next) {
    context = next;
    byId('quoted').hidden = !next;
    if (next) {
      byId('quoted-title').textContent = next.edit ? 'Edit message' : `Reply to ${next.message.from ? nameOf(next.message.from) : 'somebody'}`;
      byId('quoted-text').textContent = next.message.text ?? next.message.caption ?? '';
      if (next.edit) input.value = next.message.text ?? '';
      grow();
      input.focus();
    }
  }

  function commands() {
    const bots = state.bot === null ? state.bots : [botById(state.bot)].filter(Boolean);
    return bots.flatMap((bot) => bot.chat_commands[state.chat] ?? bot.commands);
  }

  function offer() {
    const typed = /^\/([a-z0-9_]*)$/i.exec(input.value);
    offered = typed ? commands().filter((each) => each.command.startsWith(typed[1].toLowerCase())) : [];
    selected = 0;
    list.hidden = offered.length === 0;
    byId('command-menu').hidden = commands().length === 0;
    list.replaceChildren(...offered.map((each, index) => el('li', {
      role: 'option', id: `command-${index}`, 'data-testid': 'command-option', 'aria-selected': index === 0,
      onmousedown: (event) => { event.preventDefault(); submit(`/${each.command}`); },
    }, el('b', { text: `/${each.command}` }), el('span', { text: each.description }))));
    mark();
  }

  function mark() {
    [...list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === selected)));
    if (offered.length > 0) {
      input.setAttribute('aria-activedescendant', `command-${selected}`);
      list.children[selected].scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function keyInList(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (steps[event.key]) selected = (selected + steps[event.key] + offered.length) % offered.length;
    else if (event.key === 'Tab') { input.value = `/${offered[selected].command} `; offer(); grow(); }
    else if (event.key === 'Enter' && !event.shiftKey) submit(`/${offered[selected].command}`);
    else if (event.key === 'Escape') { offered = []; list.hidden = true; }
    else return false;
    event.preventDefault();
    mark();
    return true;
  }

  input.addEventListener('input', () => { grow(); offer(); });
  input.addEventListener('blur', () => { list.hidden = true; });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || (offered.length > 0 && !list.hidden && keyInList(event))) return;
    if (event.key === 'Escape' && context) { setContext(null); input.value = ''; grow(); }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (input.value.trim()) submit(input.value);
    }
  });
  byId('form').addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim()) submit(input.value);
    input.focus();
  });
  byId('command-menu').addEventListener('click', () => { input.value = '/'; input.focus(); offer(); grow(); });
  byId('quoted-cancel').addEventListener('click', () => { if (context?.edit) input.value = ''; setContext(null); grow(); });

  function showKeyboard(markup) {
    keyboard.hidden = !markup;
    keyboard.replaceChildren(...(markup?.keyboard ?? []).map((row) => el('div', { class: 'row' }, ...row.map((key) => {
      const text = typeof key === 'string' ? key : key.text;
      return el('button', {
        type: 'button', class: 'key', 'data-testid': 'reply-key', text,
        onclick: () => { if (markup.one_time_keyboard) showKeyboard(null); submit(text); },
      });
    }))));
    input.placeholder = markup?.input_field_placeholder || 'Message';
  }

  return {
    /** The newest markup of the bot decides which keys are shown. */
    keyboardOf(messages) {
      const last = messages.findLast((message) => message.reply_markup && !message.reply_markup.inline_keyboard);
      showKeyboard(last?.reply_markup.keyboard ? last.reply_markup : null);
    },
    reply: (message) => setContext({ message, edit: false }),
    edit: (message) => setContext({ message, edit: true }),
    refresh: () => { grow(); offer(); },
    clear: () => { setContext(null); input.value = ''; grow(); offer(); },
    focus: () => input.focus(),
  };
}
