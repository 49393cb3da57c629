/** Menus made of <details> close on Escape and on a click elsewhere; a toast can be closed. */

const ready = new WeakSet<Document>();

export function helpMenus(page: Document): void {
  for (const button of page.querySelectorAll<HTMLElement>('[data-close]')) button.hidden = false;
  if (ready.has(page)) return;
  ready.add(page);
  page.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    event.target.closest('[data-close]')?.parentElement?.remove();
    const within = event.target.closest('[data-menu]');
    for (const menu of openMenus(page)) if (menu !== within) menu.open = false;
  });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of openMenus(page)) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}

const openMenus = (page: Document) => page.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]');
