import { byId, el } from './dom.js';

const TOAST_MS = 4200;

export function toast(text, bad = false) {
  const note = el('div', { class: bad ? 'toast bad' : 'toast', 'data-testid': 'toast', role: 'status', text });
  byId('toasts').append(note);
  setTimeout(() => note.remove(), TOAST_MS);
}

/** Shows a message that has to be closed. */
export function alertBox(title, text) {
  const close = el('button', { type: 'button', class: 'button primary', 'data-testid': 'alert-ok', text: 'OK', onclick: () => byId('dialog').close() });
  open(title, el('p', { 'data-testid': 'alert', text }), el('div', { class: 'actions' }, close));
}

/** Asks for a few values; fields are [name, label, attributes]. */
export function ask(title, fields, action, submit) {
  const inputs = fields.map(([name, label, attributes]) => [name, label, el('input', { name, 'data-testid': `field-${name}`, ...attributes })]);
  const form = el('form', {
    method: 'dialog',
    onsubmit: async (event) => {
      event.preventDefault();
      const values = Object.fromEntries(inputs.map(([name, , input]) => [name, input.type === 'checkbox' ? input.checked : input.value.trim()]));
      try {
        await submit(values);
        byId('dialog').close();
      } catch (failure) {
        toast(failure.message, true);
      }
    },
  });
  for (const [, label, input] of inputs) {
    form.append(input.type === 'checkbox'
      ? el('label', { class: 'check' }, input, label)
      : el('label', {}, el('span', { text: label }), input));
  }
  form.append(el('div', { class: 'actions' },
    el('button', { type: 'button', class: 'button', text: 'Cancel', onclick: () => byId('dialog').close() }),
    el('button', { type: 'submit', class: 'button primary', 'data-testid': 'dialog-submit', text: action })));
  open(title, form);
}

function open(title, ...content) {
  const dialog = byId('dialog');
  dialog.replaceChildren(el('h2', { id: 'dialog-title', text: title }), ...content);
  if (!dialog.open) dialog.showModal();
}

/** Runs an action of the user and shows what went wrong. */
export const guarded = (action) => async (...values) => {
  try {
    return await action(...values);
  } catch (failure) {
    toast(failure.message, true);
    return undefined;
  }
};
