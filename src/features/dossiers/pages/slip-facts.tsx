import { formatDay } from '#ui';
import { officePaths } from '../commune-urls.ts';
import type { SlipRow } from '../queries.ts';
import { receiptPath } from '../urls.ts';

/** The numbered slips of a dossier, each with the way to its PDF and its Word. */
export const slipFacts = (dossier: string, slips: readonly SlipRow[]) =>
  slips.map(({ body, text, receivedOn }) => {
    const path = body === 'commune' ? receiptPath : officePaths.provinceSlip;
    return {
      term: body === 'commune' ? 'Phiếu của xã' : 'Phiếu của tỉnh',
      value: <a href={path(dossier)}>{text}</a>,
      sub: (
        <>
          {formatDay(receivedOn)}; <a href={path(dossier, 'docx')}>bản Word</a>
        </>
      ),
    };
  });
