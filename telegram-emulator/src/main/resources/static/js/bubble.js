import { clock, el, icon, ICONS } from './dom.js';
import { formatted } from './entities.js';
import { nameOf, state } from './state.js';

/** Builds one message; actions: command, press, reply, edit. */
export function bubble(message, actions) {
  const mine = message.direction === 'in' && message.from?.id === state.me?.id;
  const article = el('article', {
    class: mine ? 'message mine' : 'message',
    'data-testid': 'message',
    'data-direction': message.direction,
    'data-message-id': message.message_id,
    id: `m${message.message_id}`,
  });
  article.append(content(message, mine, actions));
  if (message.reply_markup?.inline_keyboard) article.append(inlineKeyboard(message, actions));
  article.append(tools(message, mine, actions));
  return article;
}

function content(message, mine, actions) {
  const box = el('div', { class: 'bubble' });
  if (!mine && message.chat.id < 0) box.append(el('div', { class: 'sender', text: message.from ? nameOf(message.from) : 'Somebody' }));
  if (message.reply_to_message) box.append(quoteOf(message.reply_to_message));
  if (message.photo) box.append(photo(message));
  if (message.document) box.append(fileLink(message.document));
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const body = el('div', { class: 'text', 'data-testid': 'message-text', dir: 'auto' }, ...formatted(text, entities, actions.command));
  body.append(meta(message));
  box.append(body);
  return box;
}

function meta(message) {
  const note = el('span', { class: 'meta' });
  if (message.edit_date) note.append(el('span', { 'data-testid': 'edited-mark', title: `${message.edits} edits`, text: 'edited ' }));
  note.append(el('time', { datetime: new Date(message.date_ms).toISOString(), text: clock(message.date_ms) }));
  return note;
}

function quoteOf(answered) {
  const text = answered.text ?? answered.caption ?? 'Photo or document';
  return el('button', {
    type: 'button', class: 'reply-to', text: `${answered.from ? nameOf(answered.from) : ''}: ${text}`,
    onclick: () => document.getElementById(`m${answered.message_id}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' }),
  });
}

function photo(message) {
  const largest = message.photo.at(-1);
  return el('a', { href: `control/files/${largest.file_id}`, target: '_blank', rel: 'noopener' },
    el('img', {
      class: 'photo', 'data-testid': 'photo', src: `control/files/${largest.file_id}`, width: largest.width, height: largest.height,
      alt: message.caption || 'Photo from the bot',
    }));
}

function fileLink(file) {
  return el('a', { class: 'document', 'data-testid': 'document', href: `control/files/${file.file_id}`, download: file.file_name ?? 'file' },
    el('span', {}, icon(ICONS.file)),
    el('span', {}, el('b', { text: file.file_name ?? 'Document' }), el('small', { text: size(file.file_size) })));
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

function inlineKeyboard(message, actions) {
  const rows = message.reply_markup.inline_keyboard.map((row, y) =>
    el('div', { class: 'row' }, ...row.map((button, x) => inlineButton(message, button, y, x, actions))));
  return el('div', { class: 'inline-keyboard', role: 'group', 'aria-label': 'Buttons' }, ...rows);
}

function inlineButton(message, button, row, column, actions) {
  const common = { class: 'key', 'data-testid': 'inline-button' };
  if (button.url && /^(https?|tg):/i.test(button.url)) {
    return el('a', { ...common, href: button.url, target: '_blank', rel: 'noopener noreferrer' }, button.text, el('span', { class: 'mark', 'aria-hidden': 'true', text: '↗' }));
  }
  const key = el('button', { ...common, type: 'button', text: button.text });
  key.addEventListener('click', () => actions.press(message, button, row, column, key));
  return key;
}

function tools(message, mine, actions) {
  const bar = el('div', { class: 'tools' });
  bar.append(el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Reply', title: 'Reply', onclick: () => actions.reply(message) }, icon(ICONS.reply)));
  if (mine) bar.append(el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Edit', title: 'Edit', onclick: () => actions.edit(message) }, icon(ICONS.edit)));
  return bar;
}
