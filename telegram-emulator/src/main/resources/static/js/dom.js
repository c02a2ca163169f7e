/** Creates an element; text is always text, never markup. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'text') element.textContent = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

const SVG = 'http://www.w3.org/2000/svg';

/** A line icon from path data. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

export const ICONS = {
  close: 'M6 6l12 12M18 6L6 18',
  edit: 'M4 20l1-4L16 5l3 3L8 19z',
  reply: 'M10 6L4 12l6 6v-4c5 0 8 1 10 4 0-6-4-9-10-9z',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
};

/** Initials and a stable colour for somebody. */
export function avatar(target, name, id) {
  const words = (name || '?').replace(/[^\p{L}\p{N} ]/gu, '').trim().split(/\s+/);
  target.textContent = words.slice(0, 2).map((word) => [...word][0] ?? '').join('').toUpperCase() || '?';
  target.className = `avatar c${Math.abs(Number(id)) % 6}`;
  return target;
}

export function clock(ms) {
  return new Date(ms).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
