/** Who may sign for whom; a dossier as one file. */
import { dossierBundle } from '#features/bundle';
import { bundlePath } from '#features/dossiers';
import { endMandate, grantMandate, mandatePage, mandatesPage, newMandatePage, paperPaths } from '#features/papers';
import { api, get, post, type Route } from '#platform/http/routes';

export const papers: readonly Route[] = [
  get(paperPaths.mandates, mandatesPage),
  get(paperPaths.newMandate, newMandatePage),
  post(paperPaths.newMandate, grantMandate, {
    page: newMandatePage,
    back: (out) => paperPaths.mandate(out.id),
    done: () => 'Đã ghi văn bản giao ký.',
  }),
  get(paperPaths.mandate(':id'), mandatePage),
  post(`${paperPaths.mandate(':id')}/cham-dut`, endMandate, {
    page: mandatePage,
    back: (out) => paperPaths.mandate(out.id),
    done: () => 'Đã chấm dứt giao ký.',
  }),
  get(bundlePath(':id'), dossierBundle),
  api('POST', '/mandates', grantMandate),
  api('POST', '/mandates/:id/end', endMandate),
];
