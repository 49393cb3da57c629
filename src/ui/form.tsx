import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { Note } from './note.tsx';

/** What is wrong with one field: its name, and a sentence that says what to do. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What a form carries and shows again; the platform hands it to a page as `ctx.form(action)`. */
export interface FormState {
  readonly key: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly errors: readonly FieldProblem[];
  readonly message?: string | undefined;
  readonly stale?: boolean;
  readonly kept?: boolean;
  readonly again?: boolean;
}

const NOTHING: FormState = { key: '', values: {}, errors: [] };
const Current = createContext<FormState>(NOTHING);
/** Language of the form around a field. */
const Language = createContext<'vi' | 'en'>('vi');
/** Which form of the page took which id; none outside a whole page. */
const Ids = createContext<Map<string, FormState[]> | null>(null);

/** Around a whole page: fields of the same name in several forms get different ids, so each label finds its own. */
export function FieldIds({ children }: { children: ComponentChildren }) {
  return <Ids.Provider value={new Map()}>{children}</Ids.Provider>;
}

/** Id of the input of a field, the target of its label and of links in the error summary. */
export function useFieldId(name: string): string {
  const form = useContext(Current);
  const taken = useContext(Ids);
  return idOf(name, form, taken);
}

function idOf(name: string, form: FormState, taken: Map<string, FormState[]> | null): string {
  const id = `f-${name.replaceAll(/[^\w-]/g, '-')}`;
  if (taken === null || form === NOTHING) return id;
  const forms = taken.get(id) ?? [];
  if (!forms.includes(form)) taken.set(id, [...forms, form]);
  const place = taken.get(id)?.indexOf(form) ?? 0;
  return place === 0 ? id : `${id}-${place + 1}`;
}

export interface FormProps {
  action: string;
  /** get: a search; no key, no version. */
  method?: 'post' | 'get' | undefined;
  state?: FormState | undefined;
  /** Version of the record as it was shown. */
  version?: number | undefined;
  /** The form sends files. */
  files?: boolean | undefined;
  /** More hidden fields. */
  hidden?: Readonly<Record<string, string>> | undefined;
  /** false: the page shows <ErrorSummary> itself, above its heading. */
  summary?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  /** An island that makes the form lively, see src/islands. */
  island?: string | undefined;
  /** Data for that island. */
  islandData?: unknown;
  label?: string | undefined;
  /** Language of the words the form says itself; labels and errors are the page's. */
  lang?: 'vi' | 'en' | undefined;
  children: ComponentChildren;
}

/**
 * A form that posts and works without JavaScript. It carries `_key` (the same act sent twice has one effect) and
 * `_version`; after a refusal it shows the summary on top, the same words at the fields, and everything typed.
 */
export function Form(props: FormProps) {
  const { state = NOTHING, method = 'post', hidden = {} } = props;
  return (
    <form
      id={props.id}
      class={props.class}
      method={method}
      action={props.action}
      encType={props.files ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      noValidate={method === 'post'}
      data-island={props.island}
      data-props={props.islandData === undefined ? undefined : JSON.stringify(props.islandData)}
    >
      {method === 'post' && state.key !== '' && <input type="hidden" name="_key" value={state.key} />}
      {props.version !== undefined && <input type="hidden" name="_version" value={props.version} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Language.Provider value={props.lang ?? 'vi'}>
        <Current.Provider value={{ ...state }}>
          {props.summary !== false && <ErrorSummary state={state} />}
          {props.children}
        </Current.Provider>
      </Language.Provider>
    </form>
  );
}

/** What went wrong, on top of the page, with a link to each field. The browser is led here first. */
export function ErrorSummary({ state }: { state: FormState }) {
  const { errors, message, stale, kept } = state;
  const form = useContext(Current);
  const taken = useContext(Ids);
  const en = useFormLang() === 'en';
  if (kept && errors.length === 0 && !message) {
    return (
      <Note kind="info" title="Bạn đã đăng nhập lại.">
        Chữ đã gõ vẫn còn ở dưới và chưa được gửi. Xem lại rồi gửi.
      </Note>
    );
  }
  if (errors.length === 0 && !message) return null;
  return (
    <div class="esum" role="alert" tabIndex={-1} data-focus>
      <h2>
        <Icon name={stale ? 'swap' : 'warn'} />
        {errors.length === 0
          ? stale
            ? 'Nội dung đã thay đổi từ lúc bạn mở'
            : en
              ? 'This could not be done'
              : 'Chưa làm được việc này'
          : en
            ? `Please correct: ${errors.length}`
            : `Có ${errors.length} chỗ cần sửa`}
      </h2>
      {message && <p>{message}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ field, message: say }) => (
            <li key={`${field}${say}`}>
              <a href={`#${idOf(field, form, taken)}`}>{say}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What was typed for a field and what is wrong with it, from the form around it. */
export function useField(name: string): { typed: string | readonly string[] | undefined; error: string | undefined } {
  const state = useContext(Current);
  return { typed: state.values[name], error: state.errors.find(({ field }) => field === name)?.message };
}

/** The language of the form around a component. */
export function useFormLang(): 'vi' | 'en' {
  return useContext(Language);
}

/** The last lines of a form: the acts, main one first. */
export function FormEnd({ children }: { children: ComponentChildren }) {
  return <div class="formend">{children}</div>;
}
