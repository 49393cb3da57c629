/** Who may sign for whom; the office's own forms of its papers; a dossier as one file. */
import { dossierBundle } from '#features/bundle';
import { letterValues } from '#features/central';
import { certificateSource, formSources } from '#features/certificates';
import { councilSources, invitationValues, sessionSources, sheetSource } from '#features/councils';
import { bundlePath, communeSources, filedSources } from '#features/dossiers';
import {
  endMandate,
  grantMandate,
  mandatePage,
  mandatesPage,
  newMandatePage,
  type PreviewSources,
  paperPaths,
  retireTemplate,
  templatePage,
  templatePreview,
  templatesPage,
  uploadTemplate,
  useTemplate,
} from '#features/papers';
import { revocationValues } from '#features/revocations';
import { api, get, post, type Route } from '#platform/http/routes';

const form = paperPaths.oneTemplate(':paper', ':id');
/** Real data for trying the form of each paper. */
const sources: PreviewSources = {
  ...formSources,
  ...councilSources,
  ...sessionSources,
  ...communeSources,
  ...filedSources,
  'phieu-cham': sheetSource,
  'giay-chung-nhan': certificateSource,
  'giay-moi': invitationValues,
  'gui-bo': letterValues,
  'thu-hoi': revocationValues,
};
const toForms = { page: templatePage, back: (out: { paper: string }) => paperPaths.template(out.paper) };

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
  get(paperPaths.templates, templatesPage),
  get(paperPaths.template(':paper'), templatePage),
  post(paperPaths.template(':paper'), uploadTemplate, { ...toForms, done: () => 'Đã tải mẫu lên để xem thử.' }),
  get(`${form}/xem-thu.docx`, templatePreview(sources)),
  post(`${form}/dung`, useTemplate, { ...toForms, done: () => 'Từ nay bản Word được làm từ mẫu này.' }),
  post(`${form}/thoi-dung`, retireTemplate, { ...toForms, done: () => 'Đã bỏ mẫu.' }),
  api('POST', '/mandates', grantMandate),
  api('POST', '/mandates/:id/end', endMandate),
  api('POST', '/paper-forms', uploadTemplate),
  api('POST', '/paper-forms/:id/use', useTemplate),
  api('POST', '/paper-forms/:id/retirement', retireTemplate),
];
