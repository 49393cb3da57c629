/**
 * Runs on every page: small help for forms and menus, and an island wherever the page asks for one by
 * `data-island="name"`. Every page works without it.
 */
import { helpForms } from './forms.ts';
import { helpMenus } from './menus.ts';

interface Island {
  /** Makes the element lively; called once an element. */
  mount(element: HTMLElement): void;
}

const ISLANDS: Readonly<Record<string, () => Promise<Island>>> = {
  'score-sheet': () => import('./score-sheet.tsx'),
  upload: () => import('./upload.ts'),
  keys: () => import('./keys.ts'),
  reasons: () => import('./reasons.ts'),
  autosave: () => import('./autosave.ts'),
  follow: () => import('./follow.ts'),
  place: () => import('./place.ts'),
  print: () => import('./print.ts'),
};

function mountIslands(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-island]')) {
    const name = element.dataset.island ?? '';
    const load = ISLANDS[name];
    if (!load || element.dataset.mounted === name) continue;
    element.dataset.mounted = name;
    load().then((island) => island.mount(element), console.error);
  }
}

/** Only pages that replace parts of themselves load htmx. */
function loadHtmx(): void {
  if (document.querySelector('[data-hx-get],[data-hx-post]')) void import('htmx.org');
}

function start(): void {
  loadHtmx();
  mountIslands(document);
  helpForms(document);
  helpMenus(document);
}

start();
// A part of the page was replaced: by htmx, or by an upload that swaps the whole answer in.
document.addEventListener('htmx:after:swap', start);
document.addEventListener('saolang:swapped', start);
