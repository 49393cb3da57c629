/** Reads the forms of a page as a browser without JavaScript would send them. */

export interface PageForm {
  /** Path it is sent to. */
  action: string;
  multipart: boolean;
  /** What would be sent if nothing were changed, in order. */
  fields: [string, string][];
  html: string;
}

/** Every form of a page, in order. */
export function formsIn(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action') ?? '',
    multipart: attribute(head, 'enctype') === 'multipart/form-data',
    fields: fieldsIn(body),
    html: body,
  }));
}

function fieldsIn(html: string): [string, string][] {
  const found: [string, string][] = [];
  const control = /<input\b([^>]*)>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g;
  for (const [, input, area, areaText = '', select, options = ''] of html.matchAll(control)) {
    const head = input ?? area ?? select ?? '';
    const name = attribute(head, 'name');
    if (name === undefined || /\sdisabled\b/.test(head)) continue;
    const value = input !== undefined ? inputValue(head) : area !== undefined ? unescaped(areaText) : chosen(options);
    if (value !== undefined) found.push([name, value]);
  }
  return found;
}

function inputValue(head: string): string | undefined {
  const type = attribute(head, 'type') ?? 'text';
  if (type === 'file' || type === 'submit' || type === 'button') return undefined;
  if ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(head)) return undefined;
  return attribute(head, 'value') ?? (type === 'checkbox' || type === 'radio' ? 'on' : '');
}

function chosen(options: string): string | undefined {
  const all = [...options.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/g)];
  const [, head = '', text = ''] = all.find(([, one = '']) => /\sselected\b/.test(one)) ?? all[0] ?? [];
  return attribute(head, 'value') ?? (/\svalue(?=\s|$)/.test(head) ? '' : unescaped(text)); // the renderer writes value="" bare
}

function attribute(head: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(head)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

/** Text of an attribute or element as it was before the renderer escaped it. */
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** What a person reads: tags away, blanks single. */
export function textOf(html: string): string {
  return unescaped(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}
