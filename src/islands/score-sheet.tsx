/**
 * The score sheet, lively: total, star and missing gates follow every choice, and the sheet saves itself. The law in
 * the browser is the law of the server; the one product set arrives with the page.
 */
import { render } from 'preact';
import { type Answers, indexSet, type SetIndex } from '#law/scoring';
import { type SheetStanding, sheetStanding } from '#law/sheet-state';
import { gateWords } from '#ui/sheet';
import { SheetBar, SheetResult } from '#ui/sheet-result';
import { askWhich, letGo, showStatus } from './saved-mark.ts';
import { postJson, Saver, type SaveStatus } from './saver.ts';

/** What the page hands over in `data-props` of the form. */
export interface ScoreSheetProps {
  readonly set: Parameters<typeof indexSet>[0];
  readonly bands: Parameters<typeof indexSet>[1];
  /** Where to save; left out: only the live total. */
  readonly save?: { readonly url: string; readonly version: number };
  readonly title?: string;
  readonly foot?: string;
}

type Body = {
  readonly answers: Answers;
  readonly notes: Readonly<Record<string, string>>;
  readonly [more: string]: unknown;
};

const PAUSE_MS = 500;

/** `form` holds a Sheet; results are drawn into `[data-sheet="result"]` and `[data-sheet="bar"]`. */
export function mount(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  const props = JSON.parse(form.dataset.props ?? '{}') as ScoreSheetProps;
  const index = indexSet(props.set, props.bands);
  const saver = props.save && saverOf(form, props.save);
  const unsent = saver?.unsent();
  if (saver && unsent) {
    putBack(form, unsent);
    saver.save(unsent);
    draw(form, index, props);
  }
  let pause = 0;
  const save = () => {
    clearTimeout(pause);
    pause = 0;
    saver?.save(bodyOf(form));
  };
  form.addEventListener('change', () => {
    draw(form, index, props);
    clearTimeout(pause);
    if (saver) pause = window.setTimeout(save, PAUSE_MS);
  });
  if (saver) {
    document.addEventListener('click', (event) => {
      const to = pageOf(event);
      if (!to || pause === 0) return;
      event.preventDefault();
      save();
      saver.leave(() => location.assign(to));
    });
    form.addEventListener('submit', (event) => {
      clearTimeout(pause);
      letGo(event, saver);
    });
  }
}

/** Where a click leads in this tab to another page; a choice made just before is saved first. */
function pageOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || event.defaultPrevented || event.button !== 0) return null;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  if (link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return null;
  return link.pathname === location.pathname ? null : link.href;
}

function saverOf(form: HTMLFormElement, { url, version }: { url: string; version: number }): Saver<Body> {
  const tell = (status: SaveStatus, now: number) => {
    showStatus(status);
    const field = form.querySelector<HTMLInputElement>('input[name="_version"]');
    if (field && status.kind === 'saved') field.value = String(now);
    if (status.kind === 'conflict') {
      askWhich(form, {
        mine: () => saver.overwrite(status.current),
        theirs: () => {
          saver.giveUp();
          location.reload();
        },
      });
    }
  };
  const saver = new Saver<Body>({ place: url, version, tell, send: (body, at) => postJson(url, body, at) });
  return saver;
}

/** The answers chosen and what is written beside them; other named fields (an opinion, the two of an exclusion) go along. */
function bodyOf(form: HTMLFormElement): Body {
  const answers: Record<string, string | string[]> = {};
  const notes: Record<string, string> = {};
  const more: Record<string, unknown> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || name.startsWith('_')) continue;
    if (name.startsWith('answers.')) {
      const code = name.slice('answers.'.length);
      const before = answers[code];
      // '' is "none of these": answered, no option.
      answers[code] = value === '' ? [] : before === undefined ? value : [before, value].flat();
    } else if (value === '') continue;
    else if (name.startsWith('notes.')) notes[name.slice('notes.'.length)] = value;
    else if (name.includes('.')) {
      const [part = '', key = ''] = name.split('.');
      more[part] = { ...(more[part] as object | undefined), [key]: value };
    } else more[name] = value;
  }
  return { ...more, answers, notes };
}

function putBack(form: HTMLFormElement, { answers, notes }: Body): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name^="answers."]')) {
    const chosen = answers[input.name.slice('answers.'.length)] ?? '';
    input.checked = typeof chosen === 'string' ? chosen === input.value && chosen !== '' : isAmong(chosen, input.value);
  }
  for (const field of form.querySelectorAll<HTMLTextAreaElement>('textarea[name^="notes."]')) {
    field.value = notes[field.name.slice('notes.'.length)] ?? field.value;
  }
}

/** An empty list stands for "none of these", whose value is ''. */
const isAmong = (chosen: readonly string[], value: string) =>
  chosen.length === 0 ? value === '' : chosen.includes(value);

/** Shows how the sheet stands after a choice. */
function draw(form: HTMLFormElement, index: SetIndex, { title, foot }: ScoreSheetProps): void {
  const state = sheetStanding(index, bodyOf(form).answers);
  if (!state.ok) return;
  redraw('result', <SheetResult state={state} title={title} foot={foot} />);
  redraw('bar', <SheetBar state={state} />);
  for (const { code } of index.criteria) drawCriterion(form, code, state);
  drawSums('[data-topic]', 'topic', state.points);
  for (const { code, points } of state.parts) {
    for (const place of document.querySelectorAll(`[data-part="${code}"]`)) place.textContent = String(points);
  }
}

function redraw(name: string, content: ReturnType<typeof SheetBar>): void {
  const place = document.querySelector(`[data-sheet="${name}"]`);
  if (!place) return;
  if (!place.hasAttribute('data-live')) place.replaceChildren();
  place.setAttribute('data-live', '');
  render(content, place);
}

function drawCriterion(form: HTMLFormElement, code: string, state: SheetStanding): void {
  const box = form.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(code)}"]`);
  if (!box) return;
  const gate = state.missing.find(({ criterion }) => criterion === code);
  const shown = gate !== undefined && (state.bandStar > state.star || state.points[code] !== undefined);
  box.classList.toggle('miss', shown);
  const line = box.querySelector<HTMLElement>('[data-gate]');
  const words = line?.querySelector('[data-gate-words]');
  if (line) line.hidden = !shown;
  if (words && gate) words.textContent = gateWords(state.nextStar ?? 0, gate.needs);
  const points = box.querySelector('[data-points]');
  if (points) points.textContent = String(state.points[code] ?? '–');
}

/** Sums of topics: the points of every criterion whose code lies below theirs. */
function drawSums(selector: string, key: string, points: SheetStanding['points']): void {
  for (const place of document.querySelectorAll<HTMLElement>(selector)) {
    const topic = place.dataset[key] ?? '';
    const inside = Object.entries(points).filter(([code]) => code === topic || code.startsWith(`${topic}.`));
    place.textContent = String(inside.reduce((sum, [, value]) => sum + value, 0));
  }
}
