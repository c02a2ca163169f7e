import { el } from './dom.js';
import { toast } from './notices.js';

const SAFE = /^(https?:|mailto:|tg:|tel:)/i;
const STYLES = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's' };

/** Renders text with entities as nodes. Offsets are UTF-16 units, as in JavaScript. */
export function formatted(text, entities = [], onCommand = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, 0, text.length, sorted, onCommand);
}

function nodes(text, from, to, entities, onCommand) {
  const result = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    index++;
    if (entity.offset < at || end <= entity.offset) continue;
    const inside = [];
    while (index < entities.length && entities[index].offset < end) inside.push(entities[index++]);
    if (entity.offset > at) result.push(text.slice(at, entity.offset));
    const children = nodes(text, entity.offset, end, inside, onCommand);
    result.push(wrap(entity, text.slice(entity.offset, end), children, onCommand));
    at = end;
  }
  if (at < to) result.push(text.slice(at, to));
  return result;
}

function wrap(entity, text, children, onCommand) {
  if (STYLES[entity.type]) return el(STYLES[entity.type], {}, ...children);
  switch (entity.type) {
    case 'code': return el('code', {}, ...children);
    case 'pre': return pre(entity, text);
    case 'text_link': return link(entity.url, children);
    case 'url': return link(/^[a-z]+:/i.test(text) ? text : `http://${text}`, children);
    case 'email': return link(`mailto:${text}`, children);
    case 'phone_number': return link(`tel:${text}`, children);
    case 'bot_command':
      return el('button', { type: 'button', class: 'command', onclick: () => onCommand(text) }, ...children);
    case 'spoiler': return spoiler(children);
    case 'blockquote': return el('blockquote', {}, ...children);
    case 'expandable_blockquote': return expandable(children);
    case 'mention': case 'text_mention': case 'hashtag': case 'cashtag':
      return el('span', { class: 'mention' }, ...children);
    default: return el('span', {}, ...children);
  }
}

function link(address, children) {
  if (!SAFE.test(address ?? '')) return el('span', {}, ...children);
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer', title: address }, ...children);
}

function pre(entity, text) {
  const copy = el('button', {
    type: 'button', text: 'Copy',
    onclick: async () => { await navigator.clipboard?.writeText(text); toast('Copied'); },
  });
  return el('pre', {}, el('div', {}, el('span', { text: entity.language ?? '' }), copy), el('code', { text }));
}

function spoiler(children) {
  const cover = el('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Hidden text: press to show' }, el('span', {}, ...children));
  const show = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    cover.classList.add('shown');
    cover.removeAttribute('aria-label');
    cover.removeAttribute('role');
  };
  cover.addEventListener('click', show);
  cover.addEventListener('keydown', show);
  return cover;
}

function expandable(children) {
  const quote = el('blockquote', { class: 'expandable', tabindex: '0', title: 'Press to expand' }, ...children);
  const toggle = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter') return;
    quote.classList.toggle('open');
  };
  quote.addEventListener('click', toggle);
  quote.addEventListener('keydown', toggle);
  return quote;
}
