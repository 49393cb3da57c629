import type { ComponentChildren } from 'preact';
import { useField, useFieldId, useFormLang } from './form.tsx';
import { Icon } from './icons.tsx';

/** What every field has: a label above it, a hint of one line, "(không bắt buộc)" only where it may stay empty. */
export interface FieldBase {
  name: string;
  label: string;
  hint?: ComponentChildren;
  /** 'sometimes': the hint says when it must be filled in. */
  optional?: boolean | 'sometimes' | undefined;
  /** Kept value; what was typed before a refusal wins over it. */
  value?: string | number | null | undefined;
  /** Said instead of the form's own error for this field. */
  error?: string | undefined;
}

type Width = 'date' | 'short' | 'mid' | 'num';

interface FrameProps extends Omit<FieldBase, 'value'> {
  children: ComponentChildren;
  /** The label names a group of inputs, not one. */
  group?: boolean | undefined;
}

/** Label, hint, error and input, in this order. */
export function FieldFrame({ name, label, hint, optional, error, group, children }: FrameProps) {
  const id = useFieldId(name);
  const en = useFormLang() === 'en';
  const words = (
    <>
      {label}
      {optional === true && <span class="opt-word">{en ? ' (optional)' : ' (không bắt buộc)'}</span>}
    </>
  );
  const inside = (
    <>
      {group ? (
        <legend>{words}</legend>
      ) : (
        <label class="lab" for={id}>
          {words}
        </label>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="err" id={`${id}-error`}>
          <Icon name="warn" />
          {error}
        </p>
      )}
      {children}
    </>
  );
  const look = error ? 'field bad' : 'field';
  return group ? <fieldset class={look}>{inside}</fieldset> : <div class={look}>{inside}</div>;
}

/** Attributes that tie an input to its hint and error. */
export function useTie(name: string, hint: unknown, error: string | undefined) {
  const id = useFieldId(name);
  const by = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, name, 'aria-describedby': by || undefined, 'aria-invalid': error ? ('true' as const) : undefined };
}

/** One text of several typed ones; a list only where a field allows several. */
export function oneOf(typed: string | readonly string[] | undefined): string | undefined {
  return typeof typed === 'string' ? typed : typed?.[0];
}

export interface TextFieldProps extends FieldBase {
  /** Chooses keyboard and browser help: a phone number, a mail address, a new password … */
  type?: 'text' | 'tel' | 'email' | 'password' | 'search' | 'url' | undefined;
  autocomplete?: string | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined;
  maxLength?: number | undefined;
  width?: Width | undefined;
  /** Words after the input: "đồng", "kg", "người". */
  unit?: string | undefined;
  readOnly?: boolean | undefined;
  lang?: string | undefined;
  /** Words offered while typing, without JavaScript too. */
  offers?: readonly string[] | undefined;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const field = useField(props.name);
  const id = useFieldId(props.name);
  const error = props.error ?? field.error;
  const value = props.type === 'password' ? undefined : (oneOf(field.typed) ?? props.value ?? undefined);
  // The types of JSX want a literal `type` beside `list`; here both are data.
  const attributes: Record<string, unknown> = {
    class: props.width ? `inp w-${props.width}` : 'inp',
    type: props.type ?? 'text',
    value,
    autocomplete: props.autocomplete,
    inputMode: props.inputMode,
    maxLength: props.maxLength,
    readOnly: props.readOnly,
    lang: props.lang,
    required: !props.optional,
    list: props.offers ? `${id}-offers` : undefined,
    ...useTie(props.name, props.hint, error),
  };
  const input = <input {...attributes} />;
  return (
    <FieldFrame {...props} error={error}>
      {props.unit ? (
        <div class="unit-row">
          {input}
          <span>{props.unit}</span>
        </div>
      ) : (
        input
      )}
      {props.offers && (
        <datalist id={`${id}-offers`}>
          {props.offers.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

/** Several lines of text; grows with what is typed. */
export function TextArea(props: FieldBase & { rows?: number | undefined; maxLength?: number | undefined }) {
  const field = useField(props.name);
  const error = props.error ?? field.error;
  return (
    <FieldFrame {...props} error={error}>
      <textarea
        class="inp"
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        required={!props.optional}
        value={oneOf(field.typed) ?? String(props.value ?? '')}
        {...useTie(props.name, props.hint, error)}
      />
    </FieldFrame>
  );
}

/** A day typed as dd/mm/yyyy (4/2/2026 is understood too). `value` is what stands in the field, already written so. */
export function DateField(props: FieldBase) {
  return <TextField hint="Ví dụ: 04/02/2026" {...props} width="date" inputMode="numeric" autocomplete="off" />;
}

/** A number typed as 1.234,5 or 1234,5. */
export function NumberField(props: FieldBase & { unit?: string | undefined }) {
  return <TextField {...props} width="num" inputMode="decimal" autocomplete="off" />;
}

/** An amount in đồng. */
export function MoneyField(props: FieldBase) {
  return <TextField {...props} width="num" inputMode="numeric" autocomplete="off" unit="đồng" />;
}

export interface FileFieldProps extends Omit<FieldBase, 'value'> {
  /** 'image/*,.pdf' */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  /** Opens the camera on a phone. */
  camera?: boolean | undefined;
  /** A photo of a paper: never shrunk before it is sent. */
  paper?: boolean | undefined;
  /** Sent in parts beforehand, for somebody signed in: papers and pictures, pictures only, or office files too. */
  parts?: 'evidence' | 'picture' | 'office' | undefined;
}

/** What the dialogue offers when the field does not say it itself; the server decides. */
const OFFERED: Readonly<Record<NonNullable<FileFieldProps['parts']>, string>> = {
  evidence: 'image/jpeg,image/png,image/webp,application/pdf',
  picture: 'image/jpeg,image/png,image/webp',
  office: 'image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx',
};

/** A file. With JavaScript it shows progress and shrinks large photos; without, it goes with the form. */
export function FileField(props: FileFieldProps) {
  const field = useField(props.name);
  const error = props.error ?? field.error;
  const kept = [field.typed ?? []].flat().filter((id) => id !== '');
  const en = useFormLang() === 'en';
  return (
    <FieldFrame {...props} error={error}>
      <div class="filepick" data-words={en ? 'Choose a file' : 'Chọn tệp'}>
        <input
          class="inp"
          type="file"
          accept={props.accept ?? (props.parts && OFFERED[props.parts])}
          multiple={props.multiple}
          capture={props.camera ? 'environment' : undefined}
          required={!props.optional && kept.length === 0}
          data-island="upload"
          data-paper={props.paper ? 'true' : undefined}
          data-parts={props.parts}
          {...useTie(props.name, props.hint, error)}
        />
      </div>
      {kept.map((id) => (
        <input key={id} type="hidden" name={props.name} value={id} />
      ))}
      {kept.length > 0 && (
        <p class="hint">
          {en ? 'The file you sent is still here.' : 'Tệp vừa gửi vẫn còn. Chọn tệp khác nếu muốn thay.'}
        </p>
      )}
    </FieldFrame>
  );
}
