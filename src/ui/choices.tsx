import type { ComponentChildren } from 'preact';
import { type FieldBase, FieldFrame, oneOf, useTie } from './field.tsx';
import { useField, useFieldId } from './form.tsx';

/** Something to choose: what is sent, what is read, and a line below it. */
export interface Choice {
  value: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  disabled?: boolean | undefined;
}

/** A drop-down, for lists one knows by heart; else radios or SearchSelect. */
export function SelectField(
  props: FieldBase & {
    choices: readonly { value: string; label: string }[];
    empty?: string | undefined;
    /** For long words that may differ only at their end. */
    wide?: boolean;
  },
) {
  const field = useField(props.name);
  const error = props.error ?? field.error;
  const chosen = oneOf(field.typed) ?? String(props.value ?? '');
  return (
    <FieldFrame {...props} error={error}>
      <select class={props.wide ? 'inp' : 'inp w-mid'} {...useTie(props.name, props.hint, error)}>
        {props.empty !== undefined && (
          <option value="" selected={chosen === ''}>
            {props.empty}
          </option>
        )}
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

interface GroupProps extends FieldBase {
  choices: readonly Choice[];
  /** Rows in one frame (default for radios with hints), or words beside each other. */
  look?: 'boxed' | 'plain' | 'inline' | undefined;
}

/** Radios: one of a few. The whole row is the target. */
export function Radios({ look = 'boxed', ...props }: GroupProps) {
  const { error, chosen } = useChosen(props);
  return (
    <FieldFrame {...props} error={error} group>
      <div class={`picks ${look}`}>
        {props.choices.map((choice, i) => (
          <PickRow
            key={choice.value}
            type="radio"
            name={props.name}
            first={i === 0}
            choice={choice}
            on={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </FieldFrame>
  );
}

/** Check boxes: any of a few; sent as several values of one name. */
export function Checkboxes({ look = 'plain', ...props }: GroupProps & { values?: readonly string[] | undefined }) {
  const { error, chosen } = useChosen(props);
  return (
    <FieldFrame {...props} error={error} group>
      <div class={`picks ${look}`}>
        {props.choices.map((choice, i) => (
          <PickRow
            key={choice.value}
            type="checkbox"
            name={props.name}
            first={i === 0}
            choice={choice}
            on={chosen.includes(choice.value)}
          />
        ))}
      </div>
    </FieldFrame>
  );
}

/** One check box with its words: a confirmation, a tick. Sent as `value` ('on' if left out). */
export function Tick({
  name,
  label,
  hint,
  checked,
  value = 'on',
}: {
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  checked?: boolean | undefined;
  value?: string | undefined;
}) {
  const field = useField(name);
  const on = field.typed === undefined ? checked === true : oneOf(field.typed) === value;
  return (
    <div class={field.error ? 'field bad' : 'field'}>
      {field.error && <p class="err">{field.error}</p>}
      <PickRow type="checkbox" name={name} first choice={{ value, label, hint }} on={on} />
    </div>
  );
}

function useChosen(props: GroupProps & { values?: readonly string[] | undefined }) {
  const field = useField(props.name);
  const kept = props.values ?? (props.value === null || props.value === undefined ? [] : [String(props.value)]);
  const chosen = field.typed === undefined ? kept : typeof field.typed === 'string' ? [field.typed] : field.typed;
  return { error: props.error ?? field.error, chosen };
}

interface PickRowProps {
  type: 'radio' | 'checkbox';
  name: string;
  choice: Choice;
  on: boolean;
  /** Carries the id that the error summary links to. */
  first: boolean;
}

/** One row of radios or check boxes. */
export function PickRow({ type, name, choice, on, first }: PickRowProps) {
  const id = useFieldId(name);
  return (
    <label class="pick">
      <input
        class="rd"
        id={first ? id : undefined}
        type={type}
        name={name}
        value={choice.value}
        checked={on}
        disabled={choice.disabled}
      />
      <span class="grow">
        {choice.label}
        {choice.hint && <span class="hint block">{choice.hint}</span>}
      </span>
    </label>
  );
}

/** Two wide keys for a yes or a no: "Đạt" and "Không đạt", with their shortcuts. */
export function YesNo({
  name,
  label,
  value,
  yes,
  no,
}: {
  name: string;
  label: string;
  value?: string | null | undefined;
  yes: Choice & { shortcut?: string };
  no: Choice & { shortcut?: string };
}) {
  const field = useField(name);
  const id = useFieldId(name);
  const chosen = oneOf(field.typed) ?? value ?? '';
  return (
    <FieldFrame name={name} label={label} error={field.error} group>
      <div class="keys">
        {[yes, no].map((choice, i) => (
          <label key={choice.value} class={i === 0 ? 'yes' : 'no'}>
            <input
              id={i === 0 ? id : undefined}
              type="radio"
              name={name}
              value={choice.value}
              checked={chosen === choice.value}
              data-key={choice.shortcut}
            />
            {choice.label}
            {choice.shortcut && <kbd>{choice.shortcut}</kbd>}
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}
