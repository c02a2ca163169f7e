import { get, post, put, remove } from './api.js';
import { byId, el, icon, ICONS } from './dom.js';
import { guarded, toast } from './notices.js';
import { botById, state } from './state.js';

const REFRESH_MS = 2500;
const KINDS = {
  status: 'HTTP status', html_502: 'HTML 502 page', hang: 'Hang', cut_before: 'Cut before accepting',
  cut_after: 'Cut after accepting', retry_after: '429 retry after', blocked: 'Blocked by the user', deactivated: 'User deactivated',
  kicked: 'Kicked from the group', migrated: 'Group migrated', chat_not_found: 'Chat not found', latency: 'Latency',
};
const NUMBERS = { status: ['Status', 'status', 500], retry_after: ['Seconds', 'retry_after', 5], migrated: ['New chat id', 'migrate_to_chat_id', -1009999999], latency: ['Milliseconds', 'delay_ms', 500] };

/** The side panel: the bot's webhook, limits, faults, figures. */
export function panel() {
  const box = byId('panel');
  const toggle = byId('panel-toggle');
  const parts = build(box, () => show(false));
  let timer = null;

  function show(open) {
    box.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    clearInterval(timer);
    if (open) {
      refresh();
      loadLimits(parts);
      timer = setInterval(refresh, REFRESH_MS);
    }
  }

  const refresh = guarded(async () => {
    const [bots, stats, faults] = await Promise.all([get('/bots'), get('/stats'), get('/faults')]);
    state.bots = bots;
    showBot(parts, botById(state.bot) ?? bots[0]);
    showStats(parts, stats);
    showFaults(parts, faults, refresh);
  });

  toggle.addEventListener('click', () => show(box.hidden));
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !box.hidden && !byId('dialog').open) show(false); });
  return { refresh: () => { if (!box.hidden) { refresh(); } }, settings: () => { if (!box.hidden) { refresh(); loadLimits(parts); } } };
}

function build(box, close) {
  const parts = { bot: el('dl', { class: 'facts', 'data-testid': 'webhook-status' }), badge: el('span', { class: 'badge' }), error: el('p', { class: 'error-text', hidden: true }),
    stats: el('dl', { class: 'facts' }), faults: el('ul', { class: 'faults' }) };
  box.append(
    el('div', { class: 'panel-head' }, el('h2', { text: 'Emulator' }), el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: close }, icon(ICONS.close))),
    el('section', {}, el('h3', {}, 'Bot', parts.badge), parts.bot, parts.error, blockButtons()),
    limitSection(parts), faultSection(parts),
    el('section', {}, el('h3', { text: 'Figures' }), parts.stats, el('div', { class: 'actions' }, el('button', { type: 'button', class: 'button', text: 'Reset figures', onclick: guarded(() => post('/stats/reset')) }))));
  return parts;
}

function blockButtons() {
  const set = (path, words) => guarded(async () => {
    await post(`/users/${state.me.id}/${path}`, { bot: state.bot ?? undefined });
    toast(words);
  });
  return el('div', { class: 'actions' },
    el('button', { type: 'button', class: 'button', 'data-testid': 'block', text: 'Block this bot', onclick: set('block', 'You blocked the bot') }),
    el('button', { type: 'button', class: 'button', 'data-testid': 'unblock', text: 'Unblock', onclick: set('unblock', 'The bot may write again') }));
}

function showBot(parts, bot) {
  const mode = !bot ? ['', 'none'] : bot.webhook_url ? ['good', 'webhook'] : bot.polling ? ['good', 'long polling'] : ['warn', 'not listening'];
  parts.badge.className = `badge ${bot?.last_error_message ? 'bad' : mode[0]}`;
  parts.badge.textContent = mode[1];
  facts(parts.bot, bot ? [['Name', `@${bot.username}`], ['Webhook', bot.webhook_url || '–'], ['Connections', bot.max_connections || '–'], ['Waiting updates', bot.pending_update_count]] : [['Name', '–']]);
  parts.error.hidden = !bot?.last_error_message;
  parts.error.textContent = bot?.last_error_message ? `Last error: ${bot.last_error_message}` : '';
}

function showStats(parts, stats) {
  const latency = stats.reply_latency_ms;
  facts(parts.stats, [
    ['Messages · edits', `${stats.outgoing.messages} · ${stats.outgoing.edits}`],
    ['Calls · 429', `${stats.requests.total} · ${stats.requests.too_many_requests}`],
    ['Reply p50 · p99', latency.count ? `${latency.p50.toFixed(1)} · ${latency.p99.toFixed(1)} ms` : '–'],
    ['Delivered · failed', `${stats.webhooks.delivered} · ${stats.webhooks.failures}`],
  ]);
}

const facts = (list, pairs) => list.replaceChildren(...pairs.flatMap(([name, value]) => [el('dt', { text: name }), el('dd', { text: String(value) })]));

function limitSection(parts) {
  const field = (name, label, testid) => {
    parts[name] = el('input', { name, 'data-testid': testid, autocomplete: 'off', spellcheck: 'false' });
    return el('label', {}, el('span', { text: label }), parts[name]);
  };
  const grid = el('div', { class: 'grid' }, field('global', 'Per bot', 'limit-global'), field('chat', 'Private chat', 'limit-chat'), field('group', 'Group', 'limit-group'), field('chat_burst', 'Chat burst', 'limit-burst'));
  const save = guarded(async (body) => {
    fill(parts, await put('/limits', body));
    toast('Limits changed; no client was told');
  });
  return el('section', {}, el('h3', {}, 'Flood limits', el('small', { text: '30/s, 20/m, off' })), grid, el('div', { class: 'actions' },
    el('button', { type: 'button', class: 'button primary', 'data-testid': 'limits-apply', text: 'Apply', onclick: () => save({ global: parts.global.value, chat: parts.chat.value, group: parts.group.value, chat_burst: Number(parts.chat_burst.value) }) }),
    el('button', { type: 'button', class: 'button', 'data-testid': 'limits-off', text: 'Switch off', onclick: () => save({ off: true }) })));
}

const loadLimits = guarded(async (parts) => fill(parts, await get('/limits')));

function fill(parts, limits) {
  for (const name of ['global', 'chat', 'group', 'chat_burst']) parts[name].value = limits[name];
}

function faultSection(parts) {
  const kind = el('select', { 'data-testid': 'fault-kind' }, ...Object.entries(KINDS).map(([value, text]) => el('option', { value, text })));
  const method = el('input', { placeholder: 'any', 'data-testid': 'fault-method', autocomplete: 'off', list: 'methods' });
  const times = el('input', { type: 'number', min: '1', placeholder: 'until removed', 'data-testid': 'fault-times', value: '1' });
  const number = el('input', { type: 'number', 'data-testid': 'fault-number' });
  const label = el('span');
  const numberField = el('label', { class: 'wide' }, label, number);
  const here = el('input', { type: 'checkbox' });
  const choose = () => {
    const known = NUMBERS[kind.value];
    numberField.hidden = !known;
    if (known) { label.textContent = known[0]; number.value = known[2]; }
  };
  kind.addEventListener('change', choose);
  choose();
  const add = guarded(async () => {
    const body = { kind: kind.value, method: method.value || undefined, times: times.value ? Number(times.value) : undefined, chat: here.checked ? state.chat : undefined };
    if (NUMBERS[kind.value]) body[NUMBERS[kind.value][1]] = Number(number.value);
    await post('/faults', body);
    toast('Fault armed');
  });
  return el('section', {}, el('h3', { text: 'Faults' }),
    el('datalist', { id: 'methods' }, ...['sendMessage', 'sendPhoto', 'sendDocument', 'editMessageText', 'answerCallbackQuery', 'getUpdates'].map((value) => el('option', { value }))),
    el('div', { class: 'grid' }, el('label', { class: 'wide' }, el('span', { text: 'What goes wrong' }), kind), numberField,
      el('label', {}, el('span', { text: 'Method' }), method), el('label', {}, el('span', { text: 'Times' }), times), el('label', { class: 'check wide' }, here, 'only in this chat')),
    el('div', { class: 'actions' }, el('button', { type: 'button', class: 'button primary', 'data-testid': 'fault-add', text: 'Arm', onclick: add }), el('button', { type: 'button', class: 'button', text: 'Remove all', onclick: guarded(() => remove('/faults')) })),
    parts.faults);
}

function showFaults(parts, faults, refresh) {
  parts.faults.replaceChildren(...faults.map((fault) => el('li', { 'data-testid': 'fault-item' },
    el('span', { text: [KINDS[fault.kind], fault.method, fault.chat && `chat ${fault.chat}`, `${fault.hits}${fault.times ? `/${fault.times}` : ''} hits`].filter(Boolean).join(' · ') }),
    el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Remove this fault', onclick: guarded(async () => { await remove(`/faults/${fault.id}`); refresh(); }) }, icon(ICONS.close)))));
}
