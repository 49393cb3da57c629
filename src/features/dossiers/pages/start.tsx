import { z } from 'zod';
import type { ProductSet } from '#law/rulebooks';
import { search } from '#platform/http/fields';
import { page } from '#platform/http/page';
import { EmptyState, type Task, TaskList, TextField } from '#ui';
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
          tasks={producers.map(({ id, name }) => ({ href: to({ producer: id }), name, state: 'work', icon: 'users' }))}
        />
      )}
    </>
  );
}

function ProductStep({ products, producer, path, chosen }: StepProps & { producer: StartProducer }) {
  const to = linkTo(path, { ...chosen, producer: producer.id });
  return (
    <>
      <div>
        <p class="sm mut">{producer.name}</p>
        <h1>Hồ sơ cho sản phẩm nào?</h1>
      </div>
      <TaskList
        label="Sản phẩm"
        tasks={[
          ...products.map((each): Task => productTask(each, to)),
          { href: to({ product: NEW }), name: 'Sản phẩm mới, chưa có trong sổ', state: 'missing' },
        ]}
      />
    </>
  );
}

function productTask({ id, name, openDossier, certificate }: OwnProduct, to: (more: Partial<Chosen>) => string): Task {
  if (openDossier)
    return {
      href: dossierPath(openDossier.id),
      name,
      state: 'work',
      icon: 'paper',
      status: `dossier.${openDossier.state}`,
      hint: 'Mở hồ sơ đang làm',
    };
  return { href: to({ product: id }), name, state: 'work', icon: 'box', hint: certificate?.status.words };
}
