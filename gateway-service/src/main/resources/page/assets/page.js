// What htmx leaves to us: say that Herald is away, put the focus where the news is, and know this device's zone.
const byId = (id) => document.getElementById(id);

const away = (is) => () => {
  byId('offline').hidden = !is;
};
document.body.addEventListener('htmx:sendError', away(true));
document.body.addEventListener('htmx:timeout', away(true));
document.body.addEventListener('htmx:afterOnLoad', away(false));
document.body.addEventListener('htmx:afterRequest', (event) => {
  if (event.detail.successful) byId('notice').replaceChildren();
});

function offerZone() {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const field = byId('zone');
  const button = byId('own-zone');
  if (!field || !button || !own) return;
  const show = () => { button.hidden = field.value === own; };
  button.textContent = `Use ${own}`;
  button.addEventListener('click', () => { field.value = own; field.dispatchEvent(new Event('input', { bubbles: true })); field.focus(); });
  field.addEventListener('input', show);
  show();
}

document.body.addEventListener('htmx:afterSettle', (event) => {
  const target = event.detail.elt;
  const news = target.matches?.('[data-focus]') ? target : target.querySelector?.('[data-focus]');
  if (news) {
    news.focus();
    news.removeAttribute('data-focus');
  }
  if (target.querySelector?.('#zone')) offerZone();
});
offerZone();
