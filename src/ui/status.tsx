import { Icon } from './icons.tsx';
import { STATUSES, type StatusLook } from './status-names.ts';

const UNKNOWN: StatusLook = { family: 'none', icon: 'question', words: 'Chưa rõ' };

/** How a status looks and is called; unknown future ones get a question mark and "Chưa rõ". */
export function statusLook(status: string): StatusLook {
  return (STATUSES as Readonly<Record<string, StatusLook>>)[status] ?? UNKNOWN;
}

export interface StatusTagProps {
  /** 'dossier.checking', 'certificate.inForce', 'paper.fix' … see status-names.ts. */
  status: string;
  /** Other words than the usual ones (English pages). */
  words?: string | undefined;
}

/** Icon and word; the shape of the edge repeats the meaning. One tag a row. */
export function StatusTag({ status, words }: StatusTagProps) {
  const look = statusLook(status);
  return (
    <span class={`tag ${look.family}`}>
      <Icon name={look.icon} />
      <span>{words ?? look.words}</span>
    </span>
  );
}
