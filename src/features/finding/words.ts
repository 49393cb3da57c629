/** Row → address and words on the page. */
import { accountPath } from '#features/identity';
import { producerPaths } from '#features/producers';
import { productRecordPath } from '#features/registry';
import { PRODUCER_TYPES } from '#law/dossier';
import { statusLook } from '#ui';
import type { Hit } from './hits.ts';
import type { Kind } from './schema.ts';

const types: Readonly<Record<string, { name: string }>> = PRODUCER_TYPES;

/** Where a hit leads: the record for those who keep it, its public page for the others. */
export function hitPath(kind: Kind, { id, own, code }: Hit): string {
  switch (kind) {
    case 'product':
      return own ? productRecordPath(id) : `/san-pham/${id}`;
    case 'producer':
      return own ? producerPaths.one(id) : `/chu-the/${id}`;
    case 'dossier':
      return `/ho-so/${id}`;
    case 'certificate':
      return `/chung-nhan/${encodeURIComponent(code ?? id)}`;
    case 'account':
      return accountPath(id);
    case 'unit':
      return `/don-vi/${id}`;
  }
}

/** The tag of a hit's state; undefined where a kind has none. */
export function hitStatus(kind: Kind, state: string | null): string | undefined {
  if (state === null || kind === 'producer' || kind === 'unit') return undefined;
  if (kind !== 'product' && kind !== 'certificate') return `${kind}.${state}`;
  if (state === 'listed') return undefined;
  return state === 'notYet' ? 'certificate.undetermined' : `certificate.${state}`;
}

/** The state as one choice of the filter. */
export function stateWords(kind: Kind, state: string): string {
  if (kind === 'producer') return types[state]?.name ?? 'Chưa rõ';
  if (state === 'listed') return 'Chưa có công nhận';
  return statusLook(hitStatus(kind, state) ?? 'certificate.unknown').words;
}
