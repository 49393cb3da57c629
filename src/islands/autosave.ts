/** Saves a form on leaving each field, and when typing rests (U15). The form itself says where it goes; files wait for the button. */
import { askWhich, letGo, showStatus } from './saved-mark.ts';
import { postForm, Saver, type SaveStatus, versionIn } from './saver.ts';

type Fields = readonly [string, string][];

/** So long no key: a long text is kept before the field is left. */
const REST_MS = 2000;

/** `form` is a Form with a version and island "autosave". */
export function mount(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  const saver = new Saver<Fields>({
    place: form.action,
    version: versionIn(form) ?? 0,
    send: (fields, version) => postForm(form, fields, version),
    tell: (status, version) => tell(form, saver, status, version),
  });
  const unsent = saver.unsent();
  if (unsent) {
    putBack(form, unsent);
    saver.save(unsent);
  }
  let rest: ReturnType<typeof setTimeout> | undefined;
  let given = '';
  const save = () => {
    clearTimeout(rest);
    const fields = fieldsOf(form);
    if (JSON.stringify(fields) === given) return;
    given = JSON.stringify(fields);
    saver.save(fields);
  };
  form.addEventListener('input', () => {
    clearTimeout(rest);
    rest = setTimeout(save, REST_MS);
  });
  form.addEventListener('change', save);
  form.addEventListener('submit', (event) => {
    clearTimeout(rest);
    letGo(event, saver);
  });
}

function tell(form: HTMLFormElement, saver: Saver<Fields>, status: SaveStatus, version: number): void {
  showStatus(status);
  const field = form.querySelector<HTMLInputElement>('input[name="_version"]');
  if (field && status.kind === 'saved') field.value = String(version);
  if (status.kind !== 'conflict') return;
  askWhich(form, {
    mine: () => saver.overwrite(status.current),
    theirs: () => {
      saver.giveUp();
      location.reload();
    },
  });
}

/** Every text field with its value; the machinery's own names and files left out. */
function fieldsOf(form: HTMLFormElement): Fields {
  const fields: [string, string][] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !name.startsWith('_')) fields.push([name, value]);
  }
  return fields;
}

function putBack(form: HTMLFormElement, fields: Fields): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox')) {
      element.checked = fields.some(([name, value]) => name === element.name && value === element.value);
    } else if (element instanceof HTMLInputElement && ['hidden', 'file'].includes(element.type)) {
    } else if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ) {
      const kept = fields.find(([name]) => name === element.name);
      if (kept) element.value = kept[1];
    }
  }
}
