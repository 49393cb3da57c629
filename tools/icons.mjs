/**
 * Writes src/ui/icons.tsx: the outline icons the pages use, each as one path, drawn from lucide (ISC).
 * Add a line below and run `node tools/icons.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises';

/** Our name for the meaning → lucide's name for the shape. */
const ICONS = {
  seal: 'badge-check',
  check: 'check',
  send: 'send',
  lens: 'search',
  flag: 'flag',
  scales: 'scale',
  extend: 'calendar-plus',
  up: 'upload',
  down: 'download',
  lock: 'lock',
  hourglass: 'hourglass',
  clock: 'clock',
  back: 'undo-2',
  pen: 'pencil',
  cross: 'x',
  bar: 'ban',
  warn: 'triangle-alert',
  expired: 'calendar-x-2',
  swap: 'arrow-left-right',
  question: 'circle-question-mark',
  info: 'info',
  plus: 'plus',
  minus: 'minus',
  list: 'list',
  box: 'package',
  help: 'message-circle-question-mark',
  user: 'user',
  users: 'users',
  bell: 'bell',
  qr: 'qr-code',
  phone: 'phone',
  paper: 'file-text',
  papers: 'files',
  eye: 'eye',
  print: 'printer',
  place: 'map-pin',
  office: 'building-2',
  hall: 'landmark',
  cloud: 'cloud',
  offline: 'cloud-off',
  leave: 'log-out',
  sun: 'sun',
  moon: 'moon',
  device: 'monitor',
  menu: 'menu',
  right: 'chevron-right',
  left: 'chevron-left',
  fold: 'chevron-down',
  outside: 'external-link',
  camera: 'camera',
  picture: 'image',
  bin: 'trash-2',
  turn: 'rotate-cw',
  again: 'refresh-cw',
  gear: 'settings',
  key: 'key-round',
  history: 'history',
  shield: 'shield-check',
  book: 'book-open',
  mail: 'mail',
  clip: 'paperclip',
  gavel: 'gavel',
  stamp: 'stamp',
  award: 'award',
  table: 'sheet',
  filter: 'sliders-horizontal',
  calendar: 'calendar',
  home: 'house',
  factory: 'factory',
  heart: 'activity',
};

const number = (text, name) => Number(new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? 0);
const short = (value) => String(Math.round(value * 1000) / 1000);

/** One svg element as path data. */
function pathOf(element) {
  const at = (name) => number(element, name);
  const text = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1] ?? '';
  switch (/^<(\w+)/.exec(element)?.[1]) {
    case 'path':
      return text('d');
    case 'line':
      return `M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`;
    case 'polyline':
      return `M${text('points').trim().replaceAll(/\s+/g, ' ')}`;
    case 'circle': {
      const r = at('r');
      return `M${short(at('cx') - r)} ${at('cy')}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    }
    case 'rect': {
      const [r, w, h] = [at('rx'), at('width'), at('height')];
      const corner = (x, y) => (r ? `a${r} ${r} 0 0 1 ${x * r} ${y * r}` : '');
      const side = (axis, length) => `${axis}${short(length)}`;
      return [
        `M${short(at('x') + r)} ${at('y')}`,
        side('h', w - 2 * r) + corner(1, 1),
        side('v', h - 2 * r) + corner(-1, 1),
        side('h', 2 * r - w) + corner(-1, -1),
        `${side('v', 2 * r - h) + corner(1, -1)}z`,
      ].join('');
    }
    default:
      throw new Error(`tools/icons.mjs cannot draw ${element}`);
  }
}

/** Paths are joined, so each must begin absolutely; what follows a small m stays relative. */
function absolute(path) {
  const whole = /^m\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)/.exec(path);
  if (!whole) return path;
  const rest = path.slice(whole[0].length).trimStart();
  return `M${whole[1]} ${whole[2]}${/^[-\d.,]/.test(rest) ? 'l' : ''}${rest.replace(/^,/, '')}`;
}

const lines = [];
for (const [name, lucide] of Object.entries(ICONS)) {
  const svg = await readFile(new URL(`../node_modules/lucide-static/icons/${lucide}.svg`, import.meta.url), 'utf8');
  const shapes = svg.slice(svg.indexOf('<svg')).match(/<(path|line|polyline|circle|rect)[^>]*>/g) ?? [];
  lines.push(`  ${name}: '${shapes.map((shape) => absolute(pathOf(shape))).join('')}',`);
}

await writeFile(
  new URL('../src/ui/icons.tsx', import.meta.url),
  `// Written by tools/icons.mjs from lucide (ISC licence): do not edit by hand.

/** Path data of every icon, on a grid of 24. */
const PATHS = {
${lines.join('\n')}
} as const;

export type IconName = keyof typeof PATHS;

export const ICON_NAMES = Object.keys(PATHS) as IconName[];

export interface IconProps {
  name: IconName;
  /** Said by screen readers when the icon stands without a word. */
  label?: string;
  class?: string;
}

/** An outline icon in the colour of its text. Always beside a word, unless \`label\` says it. */
export function Icon({ name, label, class: extra }: IconProps) {
  return (
    <svg
      class={extra ? \`i \${extra}\` : 'i'}
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
`,
);
