import { z } from 'zod';
import { type FieldProblem, invalidFields } from '../refusal.ts';
import { bare, metaOf, schemaAt } from './schema-walk.ts';

/**
 * Reads input through its schema. Throws the refusal 422 with a Vietnamese sentence a field, by the labels of
 * `.meta({ label })`; messages written in the schema itself come first.
 */
export function readInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const read = schema.safeParse(input, { error: (issue) => sentence(schema, issue) });
  if (read.success) return read.data;
  throw invalidFields(problemsOf(read.error));
}

/** The problems of a failed reading, one a field: the first one said of it. */
function problemsOf(error: z.ZodError): FieldProblem[] {
  const found = new Map<string, string>();
  for (const issue of error.issues) {
    const at = issue.path.map(String);
    const fields =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key].join('.')) : [at.join('.')];
    for (const field of fields) if (!found.has(field)) found.set(field, issue.message);
  }
  return [...found].map(([field, message]) => ({ field, message }));
}

type Issue = z.core.$ZodRawIssue;

function sentence(root: z.ZodType, issue: Issue): string {
  const schema = schemaAt(root, issue.path ?? []);
  const label = schema ? labelOf(schema) : undefined;
  const name = typeof label === 'string' ? label : 'Mục này';
  const object = typeof label === 'string' ? inSentence(label) : 'mục này';
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null || issue.input === '') return missing(schema, object);
      if (issue.expected === 'number' || issue.expected === 'int') return `${name}: nhập số, ví dụ 1.234 hoặc 0,5`;
      return `${name}: nội dung gửi lên không đúng kiểu`;
    case 'too_small':
      return tooSmall(issue, name, object);
    case 'too_big':
      return tooBig(issue, name);
    case 'invalid_format':
      return format(issue, name);
    case 'invalid_value':
      return issue.input === undefined || issue.input === ''
        ? `Chọn ${object}`
        : `${name}: chọn một mục trong danh sách`;
    case 'unrecognized_keys':
      return 'Mục này không có trong biểu mẫu';
    default:
      return `Sửa lại ${object}`;
  }
}

/** What a field is called; a list by itself, else by what stands in it. */
function labelOf(schema: z.core.$ZodType): unknown {
  const inner = bare(schema).schema;
  return metaOf(schema).label ?? (inner instanceof z.ZodArray ? metaOf(inner.element).label : undefined);
}

function missing(schema: z.core.$ZodType | undefined, object: string): string {
  const type = schema ? bare(schema).schema._zod.def.type : 'string';
  if (schema && metaOf(schema).file === true)
    return object.startsWith('tệp') ? `Chọn ${object}` : `Chọn tệp cho ${object}`;
  return type === 'enum' || type === 'array' || type === 'literal' ? `Chọn ${object}` : `Nhập ${object}`;
}

function tooSmall(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>, name: string, object: string): string {
  const least = figure(issue.minimum);
  if (issue.origin === 'string') {
    return Number(issue.minimum) <= 1 ? `Nhập ${object}` : `${name}: nhập ít nhất ${least} ký tự`;
  }
  if (issue.origin === 'array' || issue.origin === 'set')
    return Number(issue.minimum) <= 1 ? `Chọn ${object}` : `${name}: cần ít nhất ${least} mục`;
  return issue.inclusive === false ? `${name}: nhập số lớn hơn ${least}` : `${name}: nhập số từ ${least} trở lên`;
}

function tooBig(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>, name: string): string {
  const most = figure(issue.maximum);
  if (issue.origin === 'string') return `${name}: rút gọn còn nhiều nhất ${most} ký tự`;
  if (issue.origin === 'array' || issue.origin === 'set') return `${name}: nhiều nhất ${most} mục`;
  return issue.inclusive === false ? `${name}: nhập số nhỏ hơn ${most}` : `${name}: nhập số từ ${most} trở xuống`;
}

function format(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidStringFormat>, name: string): string {
  switch (issue.format) {
    case 'email':
      return `${name}: nhập địa chỉ thư điện tử đầy đủ, ví dụ ten@donvi.vn`;
    case 'uuid':
    case 'guid':
      return `${name}: mã không đúng; mở lại trang rồi làm lại`;
    case 'url':
      return `${name}: nhập địa chỉ bắt đầu bằng https://`;
    default:
      return `${name}: nội dung chưa đúng dạng`;
  }
}

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });
const figure = (n: number | bigint) => numbers.format(n);

/** A label inside a sentence: small first letter, unless it is an abbreviation. */
export function inSentence(label: string): string {
  return /^\p{Lu}(?:\p{Lu}|\d)/u.test(label) ? label : label.charAt(0).toLocaleLowerCase('vi') + label.slice(1);
}
