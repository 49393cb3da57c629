import { z } from 'zod';
import type { ProductSet } from '#law/rulebooks';
import { search } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { Button, EmptyState, type Task, TaskList, TextField } from '#ui';
import {
  currentRulebook,
  type KindChoice,
  kindChoices,
  type SetGroup,
  type StartProducer,
  setGroups,
  setNamed,
  startProducers,
} from '../choosing.ts';
import { type Helper, helpers, type OwnProduct, ownProducts } from '../queries.ts';
import { dossierPath, paths } from '../urls.ts';
import { Columns, HelpBox } from './parts.tsx';
import { StartForm } from './start-form.tsx';
import { SetStep } from './start-set.tsx';

const NEW = 'new';

/** What is chosen so far: everything stands in the address, so going back works and nothing is lost. */
const query = z.object({
  producer: z.uuid().optional().catch(undefined),
  product: z
    .union([z.uuid(), z.literal(NEW)])
    .optional()
    .catch(undefined),
  productSet: z.string().max(40).optional().catch(undefined),
  kind: z.enum(['first', 'upgrade', 'reEvaluation']).optional().catch(undefined),
  q: search().catch(undefined),
});
type Chosen = z.output<typeof query>;

interface Data {
  readonly chosen: Chosen;
  readonly path: string;
  readonly producers: readonly StartProducer[];
  readonly producer: StartProducer | undefined;
  readonly products: readonly OwnProduct[];
  readonly product: OwnProduct | null | undefined;
  readonly set: ProductSet | undefined;
  readonly groups: readonly SetGroup[];
  readonly kinds: readonly KindChoice[];
  readonly help: readonly Helper[];
}

/** The producer's way to a new dossier: product, product set, one confirmation. */
export const startPage = starting(paths.start);
/** The officer's: the same for a producer of the commune, from its paper form (R3.9). */
export const startOnBehalfPage = starting(paths.startOnBehalf);

function starting(path: string) {
  return page({
    permission: 'dossier.start',
    query,
    shell: 'auto',
    async load(ctx, _params, chosen): Promise<Data> {
      const producers = await startProducers(ctx, chosen.producer ? undefined : chosen.q);
      const only = ctx.actor.role === 'producer' && producers.length === 1 ? producers[0] : undefined;
      const producer = producers.find(({ id }) => id === chosen.producer) ?? only;
      const rulebook = await currentRulebook(ctx.day);
      const products = producer ? await ownProducts(ctx.db, [producer.id], ctx.day) : [];
      const product = chosen.product === NEW ? null : products.find(({ id }) => id === chosen.product);
      return {
        chosen,
        path,
        producers,
        producer,
        products,
        product,
        set: setNamed(rulebook, chosen.productSet ?? product?.productSet),
        groups: setGroups(rulebook, chosen.q),
        kinds: await kindChoices(product ?? null, producer?.type ?? null, ctx.day),
        help: await helpers(ctx.db, producer ? [producer.id] : [], ctx.day),
      };
    },
    head: () => ({
      title: path === paths.start ? 'Lập hồ sơ mới' : 'Nhập hồ sơ giấy',
      here: path === paths.start ? paths.home : paths.list,
      up: { href: path === paths.start ? paths.home : paths.list, words: 'Quay về' },
    }),
    view: (data, ctx) => {
      const officer = ctx.actor.role !== 'producer';
      const content = <Step {...data} form={ctx.form('dossier.start')} officer={officer} day={ctx.day} />;
      return officer ? (
        <div class="stack-5 max-w-[44rem]">{content}</div>
      ) : (
        <Columns aside={<HelpBox helpers={data.help} />}>{content}</Columns>
      );
    },
  });
}

type StepProps = Data & Pick<Parameters<typeof StartForm>[0], 'form' | 'officer' | 'day'>;

function Step(props: StepProps) {
  const { chosen, path, producer, product, set, groups, kinds } = props;
  if (!producer) return <ProducerStep {...props} />;
  if (product === undefined) return <ProductStep {...props} producer={producer} />;
  const wanted = linkTo(path, chosen);
  if (product?.openDossier) return <BusyStep {...props} name={product.name} dossier={product.openDossier} />;
  if (!set)
    return (
      <SetStep
        groups={groups}
        query={chosen.q}
        name={product?.name}
        path={path}
        chosen={{ ...chosen, producer: producer.id }}
        to={(id) => wanted({ productSet: id })}
      />
    );
  return (
    <StartForm
      action={wanted({})}
      form={props.form}
      officer={props.officer}
      day={props.day}
      producer={producer}
      product={product}
      set={set}
      kinds={kinds}
      kind={chosen.kind}
      otherSet={linkTo(path, { ...chosen, productSet: undefined })({ productSet: '-' })}
    />
  );
}

/** A product has one dossier at a time: the way to the one that is there. */
type BusyProps = StepProps & { name: string; dossier: NonNullable<OwnProduct['openDossier']> };
function BusyStep({ name, dossier, path, officer }: BusyProps) {
  return (
    <>
      <div>
        <p class="sm mut">{name}</p>
        <h1>Sản phẩm này đang có một hồ sơ</h1>
      </div>
      {hidden(dossier, officer) ? (
        <p>Chủ thể đang tự soạn hồ sơ ấy. Xã thấy nội dung khi chủ thể nộp.</p>
      ) : (
        <p>Mỗi sản phẩm làm một hồ sơ một lúc. Mở hồ sơ ấy để làm tiếp, hoặc rút hồ sơ ấy rồi lập hồ sơ mới.</p>
      )}
      <div class="row">
        {!hidden(dossier, officer) && (
          <Button kind="main" href={dossierPath(dossier.id)}>
            Mở hồ sơ đang làm
          </Button>
        )}
        <Button kind="bare" href={path}>
          Chọn sản phẩm khác
        </Button>
      </div>
    </>
  );
}

/** The address with one more thing chosen; what was searched for is dropped. */
function linkTo(path: string, chosen: Chosen) {
  return (more: Partial<Chosen>): string => {
    const { q: _dropped, ...kept } = { ...chosen, ...more };
    const pairs = Object.entries(kept).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return `${path}?${new URLSearchParams(pairs)}`;
  };
}

function ProducerStep({ producers, path, chosen }: StepProps) {
  const to = linkTo(path, chosen);
  return (
    <>
      <h1>Hồ sơ của chủ thể nào?</h1>
      <form action={path} class="row items-end">
        <TextField name="q" label="Tên chủ thể" hint="Không cần gõ dấu" type="search" value={chosen.q} optional />
        <button class="btn" type="submit">
          Tìm
        </button>
      </form>
      {producers.length === 0 ? (
        <EmptyState title="Không thấy chủ thể nào">Thử tên ngắn hơn, không cần gõ dấu.</EmptyState>
      ) : (
        <TaskList
          label="Chủ thể"
          tasks={producers.map(({ id, name }) => ({
            href: to({ producer: id }),
            name,
            state: 'work',
            choice: true,
            icon: 'users',
          }))}
        />
      )}
    </>
  );
}

function ProductStep({ products, producer, path, chosen, officer }: StepProps & { producer: StartProducer }) {
  const to = linkTo(path, { ...chosen, producer: producer.id });
  return (
    <>
      <div>
        <p class="sm mut">{producer.name}</p>
        <h1>Hồ sơ cho sản phẩm nào?</h1>
      </div>
      <TaskList
        label="Sản phẩm chưa có hồ sơ đang làm"
        tasks={[
          {
            href: to({ product: NEW }),
            name: 'Sản phẩm mới, chưa có trong sổ',
            state: 'missing',
            said: 'Ghi tên và chọn bộ sản phẩm ở bước sau',
          },
          ...products.flatMap((each) => (each.openDossier ? [] : [freeTask(each, to)])),
        ]}
      />
      {products.some(({ openDossier }) => openDossier) && (
        <section class="stack">
          <h2 class="text-lg">Đang có hồ sơ, mở ra làm tiếp</h2>
          <TaskList label="Sản phẩm đang có hồ sơ" tasks={products.flatMap((each) => busyTask(each, officer))} />
        </section>
      )}
    </>
  );
}

function freeTask({ id, name, certificate }: OwnProduct, to: (more: Partial<Chosen>) => string): Task {
  const star = certificate?.star ? `${certificate.star} sao, ` : '';
  const hint = certificate ? `${star}${certificate.status.words}` : 'Chưa được công nhận';
  return { href: to({ product: id }), name, state: 'work', icon: 'box', said: hint };
}

function busyTask({ name, openDossier }: OwnProduct, officer: boolean): Task[] {
  if (!openDossier) return [];
  const { id, state } = openDossier;
  const href = hidden(openDossier, officer) ? undefined : dossierPath(id);
  return [{ href, name, state: 'work', icon: 'paper', status: `dossier.${state}` }];
}

/** What the producer still writes is closed to the offices. */
const hidden = ({ state }: { state: string }, officer: boolean) => officer && state === 'draft';
