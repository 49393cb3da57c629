import { formatDay } from '#ui';
import { officePaths } from '../commune-urls.ts';
import type { SlipRow } from '../queries.ts';
import { receiptPath } from '../urls.ts';

/** The numbered slips of a dossier, newest first. What is printed is the newest of each body: an older one is only named. */
export const slipFacts = (dossier: string, slips: readonly SlipRow[]) =>
  slips.map(({ body, text, receivedOn }, at) => {
    const newest = slips.findIndex((one) => one.body === body) === at;
    const path = body === 'commune' ? receiptPath : officePaths.provinceSlip;
    return {
      term: body === 'commune' ? 'Phiếu của xã' : 'Phiếu của tỉnh',
      value: newest ? <a href={path(dossier)}>{text}</a> : text,
      sub: newest ? (
        <>
          {formatDay(receivedOn)}; <a href={path(dossier, 'docx')}>bản Word</a>
        </>
      ) : (
        `${formatDay(receivedOn)}, lần nộp trước`
      ),
    };
  });
