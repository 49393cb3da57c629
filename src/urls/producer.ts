/** Addresses of the producer's side of a dossier: from its start to the receipt. */
import {
  addDossierPaper,
  addDossierPhotos,
  attachSignedForm,
  checkPage,
  citePaper,
  dossierPage,
  evidenceBlank,
  evidencePage,
  filedPage,
  fileThumb,
  form01Pdf,
  form01Word,
  form02Pdf,
  form02Word,
  generalPage,
  helpPage,
  movePaper,
  ownCertificatesPage,
  ownProductsPage,
  paperKindPage,
  papersPage,
  planPage,
  producerHomePage,
  receiptPdf,
  receiptWord,
  replacePaper,
  resultsPage,
  saveAnswers,
  saveGeneral,
  savePlan,
  saveResults,
  selfScorePage,
  signedFormPage,
  startDossier,
  startOnBehalfPage,
  startPage,
  submitDossier,
  turnPaper,
  uncitePaper,
  withdrawDossier,
  withdrawPage,
} from '#features/dossiers';
import { api, get, post, type Route } from '#platform/http/routes';

const one = '/ho-so/:id';
type Out = { readonly id: string };
const at = (out: Out, rest: string) => `/ho-so/${out.id}${rest}`;
const home = (out: Out) => `/ho-so/${out.id}`;
const kept = () => 'Đã lưu.';
const started = { back: home, done: () => 'Đã lập hồ sơ.' };

/** A page with papers: add, reuse, take away; it stays on the page. */
const papersAt = (path: string, page: typeof papersPage | typeof paperKindPage | typeof evidencePage) => {
  const back = (out: Out, { kind, criterion }: { kind?: string | undefined; criterion?: string | undefined }) =>
    at(
      out,
      path
        .replace(one, '')
        .replace(':kind', kind ?? '')
        .replace(':criterion', criterion ?? ''),
    );
  return [
    get(path, page),
    post(`${path}/them`, addDossierPaper, { page, back, done: () => 'Đã thêm giấy tờ.' }),
    post(`${path}/dung/:paper`, citePaper, { page, back, done: () => 'Đã dùng giấy tờ này.' }),
    post(`${path}/anh`, addDossierPhotos, { page, back, done: () => 'Đã thêm ảnh.' }),
    post(`${path}/chuyen/:paper`, movePaper, { page, back, done: () => 'Đã đổi thứ tự.' }),
    post(`${path}/quay/:paper`, turnPaper, { page, back, done: () => 'Đã quay ảnh.' }),
    post(`${path}/thay/:paper`, replacePaper, { page, back, done: () => 'Đã thay bằng tệp mới.' }),
    post(`${path}/bo/:paper`, uncitePaper, { page, back, done: () => 'Đã bỏ. Giấy tờ vẫn còn trong kho.' }),
  ];
};

export const producer: readonly Route[] = [
  get('/cua-toi', producerHomePage),
  get('/cua-toi/san-pham', ownProductsPage),
  get('/cua-toi/chung-nhan', ownCertificatesPage),
  get('/cua-toi/tro-giup', helpPage),
  get('/cua-toi/ho-so/moi', startPage),
  post('/cua-toi/ho-so/moi', startDossier, { page: startPage, ...started }),
  get('/ho-so/nhap-ho', startOnBehalfPage),
  post('/ho-so/nhap-ho', startDossier, { page: startOnBehalfPage, ...started }),
  get(one, dossierPage),
  get(`${one}/thong-tin`, generalPage),
  post(`${one}/thong-tin`, saveGeneral, { page: generalPage, back: (out) => at(out, '/thong-tin'), done: kept }),
  post(`${one}/thong-tin/xong`, saveGeneral, { page: generalPage, back: home, done: kept }),
  get(`${one}/san-xuat`, resultsPage),
  post(`${one}/san-xuat`, saveResults, { page: resultsPage, back: (out) => at(out, '/san-xuat'), done: kept }),
  post(`${one}/san-xuat/xong`, saveResults, { page: resultsPage, back: home, done: kept }),
  get(`${one}/ke-hoach`, planPage),
  post(`${one}/ke-hoach`, savePlan, { page: planPage, back: (out) => at(out, '/ke-hoach'), done: kept }),
  post(`${one}/ke-hoach/xong`, savePlan, { page: planPage, back: home, done: kept }),
  get(`${one}/tu-cham`, selfScorePage),
  post(`${one}/tu-cham`, saveAnswers, {
    page: selfScorePage,
    back: (out, { attach }) => at(out, attach ? `/minh-chung/${attach}` : '/tu-cham'),
    done: kept,
  }),
  post(`${one}/tu-cham/xong`, saveAnswers, { page: selfScorePage, back: home, done: kept }),
  ...papersAt(`${one}/giay-to`, papersPage),
  ...papersAt(`${one}/giay-to/:kind`, paperKindPage),
  ...papersAt(`${one}/minh-chung/:criterion`, evidencePage),
  get('/tep/:id/nho.webp', fileThumb),
  get(`${one}/giay-to/:kind/mau.docx`, evidenceBlank),
  get(`${one}/phieu-ky`, signedFormPage),
  post(`${one}/phieu-ky`, attachSignedForm, { page: signedFormPage, back: home, done: () => 'Đã đính kèm phiếu.' }),
  get(`${one}/ban-da-nop`, filedPage),
  get(`${one}/kiem-tra`, checkPage),
  post(`${one}/nop`, submitDossier, { page: checkPage, back: home }),
  get(`${one}/rut`, withdrawPage),
  post(`${one}/rut`, withdrawDossier, { page: withdrawPage, back: home, done: () => 'Đã rút hồ sơ.' }),
  get(`${one}/bien-nhan.pdf`, receiptPdf),
  get(`${one}/bien-nhan.docx`, receiptWord),
  get(`${one}/mau-01.pdf`, form01Pdf),
  get(`${one}/mau-01.docx`, form01Word),
  get(`${one}/mau-02.pdf`, form02Pdf),
  get(`${one}/mau-02.docx`, form02Word),
  api('POST', '/dossiers', startDossier),
  api('POST', '/dossiers/:id/general', saveGeneral),
  api('POST', '/dossiers/:id/results', saveResults),
  api('POST', '/dossiers/:id/plan', savePlan),
  api('POST', '/dossiers/:id/answers', saveAnswers),
  api('POST', '/dossiers/:id/papers', addDossierPaper),
  api('POST', '/dossiers/:id/photos', addDossierPhotos),
  api('POST', '/dossiers/:id/papers/place', movePaper),
  api('POST', '/dossiers/:id/papers/turn', turnPaper),
  api('POST', '/dossiers/:id/papers/replacement', replacePaper),
  api('POST', '/dossiers/:id/papers/citation', citePaper),
  api('POST', '/dossiers/:id/papers/removal', uncitePaper),
  api('POST', '/dossiers/:id/signed-form', attachSignedForm),
  api('POST', '/dossiers/:id/submission', submitDossier),
  api('POST', '/dossiers/:id/withdrawal', withdrawDossier),
];
