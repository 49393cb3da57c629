import { Button } from './button.tsx';
import { Icon } from './icons.tsx';

const OTHERS = [
  ['pdf', 'PDF khổ A4 để in'],
  ['csv', 'CSV cho bảng tính khác'],
  ['json', 'JSON cho phần mềm'],
] as const;

/** The list of this screen to take away: Excel at once, the other forms behind the arrow. `href` is its download, or leads on where it is long. */
export function TakeList({ href, small }: { href: string; small?: boolean }) {
  const joint = href.includes('?') ? '&' : '?';
  return (
    <span class="take">
      <Button href={href} icon="table" small={small}>
        Xuất Excel
      </Button>
      <details class="menu" data-menu>
        <summary class={`btn${small ? ' small' : ''}`} aria-label="Tải danh sách dạng khác">
          <Icon name="fold" />
        </summary>
        <ul class="pop">
          {OTHERS.map(([form, words]) => (
            <li key={form}>
              <a href={`${href}${joint}dang=${form}`}>{words}</a>
            </li>
          ))}
        </ul>
      </details>
    </span>
  );
}
