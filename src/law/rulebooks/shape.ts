/** A few plain checkers for unknown JSON. Each answers everything wrong below a value, with the place. */

/** One thing wrong in a rulebook: where (".productSets[3].parts[1].code" or "26-2026/04 · 3.5") and what. */
export interface Fault {
  readonly place: string;
  readonly message: string;
}

export type Check = (value: unknown) => readonly Fault[];

const NONE: readonly Fault[] = [];

function say(message: string): readonly Fault[] {
  return [{ place: '', message }];
}

function below(place: string, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((one) => ({ place: place + one.place, message: one.message }));
}

/** Text of at least `min` characters, matching `pattern` when given. */
export function text(min = 0, pattern?: RegExp): Check {
  return (value) => {
    if (typeof value !== 'string' || value.length < min) return say('phải là chữ');
    return pattern && !pattern.test(value) ? say(`không đúng mẫu ${pattern.source}`) : NONE;
  };
}

/** A whole number within limits. */
export function whole(min: number, max: number): Check {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? NONE
      : say(`phải là số nguyên từ ${min} đến ${max}`);
}

/** True or false. */
export const flag: Check = (value) => (typeof value === 'boolean' ? NONE : say('phải là đúng hoặc sai'));

/** One of the listed values. */
export function oneOf(...allowed: readonly (string | number | boolean | null)[]): Check {
  return (value) => (allowed.some((one) => one === value) ? NONE : say(`phải là một trong: ${allowed.join(', ')}`));
}

/** A list of at least `min` items, each passing `item`. */
export function list(item: Check, min = 0): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length < min) return say(`phải là danh sách có ít nhất ${min} mục`);
    let faults = NONE;
    for (let i = 0; i < value.length; i++) {
      const found = item(value[i]);
      if (found !== NONE) faults = [...faults, ...below(`[${i}]`, found)];
    }
    return faults;
  };
}

interface Members {
  readonly required: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
  /** True: a member that is in neither list is refused. */
  readonly closed?: boolean;
}

/** An object with the members named. */
export function record({ required, optional = {}, closed = false }: Members): Check {
  const members = [
    ...Object.entries(required).map(([name, check]) => ({ name, check, needed: true })),
    ...Object.entries(optional).map(([name, check]) => ({ name, check, needed: false })),
  ];
  const known = new Set(members.map((one) => one.name));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return say('phải là đối tượng');
    const fields = value as Readonly<Record<string, unknown>>;
    let faults = NONE;
    for (const { name, check, needed } of members) {
      const present = Object.hasOwn(fields, name);
      const found = present ? check(fields[name]) : needed ? say('còn thiếu') : NONE;
      if (found !== NONE) faults = [...faults, ...below(`.${name}`, found)];
    }
    if (closed) {
      for (const name of Object.keys(fields)) {
        if (!known.has(name)) faults = [...faults, ...below(`.${name}`, say('không có trong mẫu'))];
      }
    }
    return faults;
  };
}

/** `first` or `second` must hold; the faults of `second` are answered when neither does. */
export function either(first: Check, second: Check): Check {
  return (value) => (first(value) === NONE ? NONE : second(value));
}

/** Puts off a checker that refers to itself. */
export function later(get: () => Check): Check {
  return (value) => get()(value);
}
