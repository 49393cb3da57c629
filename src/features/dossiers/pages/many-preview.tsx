import { v7 } from 'uuid';
import { Button, DataTable, EmptyState, Form, type FormState, Icon, type IconName } from '#ui';
import { chosenPath } from '../many-urls.ts';
import { dossierPath, paths } from '../urls.ts';

/** A chosen dossier and what the act will do to it, or why it will not. */
export interface Foreseen {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly who: string;
  readonly will: boolean;
  readonly words: string;
  /** What the act needs to know of this dossier besides. */
  readonly more?: Readonly<Record<string, string>>;
}

interface Props {
  readonly question: string;
  readonly path: string;
  readonly rows: readonly Foreseen[];
  /** Chosen, but not found within reach. */
  readonly missing: number;
  readonly back: string | undefined;
  readonly consequences: readonly { icon: IconName; words: string }[];
  /** The act on so many: "Tiếp nhận 5 hồ sơ". */
  act(count: number): string;
  readonly state: FormState;
}

/** Before an act on many: what will happen to each dossier, which ones are left out and why (U11, U25). */
export function ManyPreview({ question, path, rows, missing, back, consequences, act, state }: Props) {
  const willing = rows.filter(({ will }) => will);
  const home = back ?? paths.list;
  if (rows.length === 0)
    return (
      <div class="page read pt-6">
        <EmptyState title="Chưa chọn hồ sơ nào" way={{ href: home, words: 'Về danh sách' }}>
          Đánh dấu các hồ sơ trong danh sách rồi bấm nút lần nữa.
        </EmptyState>
      </div>
    );
  const address = chosenPath(
    path,
    rows.map(({ id }) => id),
    back,
  );
  return (
    <div class="page stack-5 pt-6">
      <Form action={address} state={state} hidden={hiddenOf(willing, home)}>
        <div class="stack-5">
          <h1>{question}</h1>
          <p class="ink2">
            {willing.length} trong {rows.length + missing} hồ sơ đã chọn làm được ngay.
            {missing > 0 && ` ${missing} hồ sơ không còn thuộc việc của bạn.`}
          </p>
          <DataTable rows={rows} columns={columns} caption="Các hồ sơ đã chọn" keyOf={({ id }) => id} />
          <ul class="sure">
            {consequences.map(({ icon, words }) => (
              <li key={icon}>
                <Icon name={icon} />
                <span>{words}</span>
              </li>
            ))}
          </ul>
          <div class="row">
            {willing.length > 0 ? (
              <Button kind="main">{act(willing.length)}</Button>
            ) : (
              <Button kind="main" off="Không hồ sơ nào trong số đã chọn làm được việc này. Lý do đứng cạnh từng hồ sơ.">
                {act(0)}
              </Button>
            )}
            <Button kind="bare" href={home}>
              Không, quay về
            </Button>
          </div>
        </div>
      </Form>
    </div>
  );
}

/** Every dossier with the version seen and the key of its own act. */
function hiddenOf(rows: readonly Foreseen[], back: string): Record<string, string> {
  const fields: Record<string, string> = { back };
  rows.forEach(({ id, version, more = {} }, place) => {
    const own = { id, version: String(version), key: v7(), ...more };
    for (const [name, value] of Object.entries(own)) fields[`items.${place}.${name}`] = value;
  });
  return fields;
}

const columns = [
  {
    head: 'Hồ sơ',
    rowHead: true,
    cell: ({ id, name, who }: Foreseen) => (
      <>
        <a href={dossierPath(id)}>{name}</a>
        <span class="sm mut block">{who}</span>
      </>
    ),
  },
  {
    head: 'Sẽ ra sao',
    bare: true,
    cell: ({ will, words }: Foreseen) => (
      <span class={will ? 'row line tight' : 'row line tight text-clay'}>
        <Icon name={will ? 'check' : 'warn'} />
        <span>{will ? words : `Để lại: ${words}`}</span>
      </span>
    ),
  },
];
