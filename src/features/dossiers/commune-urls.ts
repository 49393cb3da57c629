import { dossierPath, paths } from './urls.ts';

const below = (id: string, rest: string) => `${dossierPath(id)}/${rest}`;

/** Addresses of the offices' side of a dossier. */
export const officePaths = {
  list: paths.list,
  sheet: '/ho-so.xlsx',
  receive: (id: string) => below(id, 'tiep-nhan'),
  reader: (id: string, paper?: string) => below(id, paper === undefined ? 'doc' : `doc/${paper}`),
  assess: (id: string) => below(id, 'danh-gia'),
  code: (id: string) => below(id, 'ma-so'),
  correctCode: (id: string) => below(id, 'sua-ma-so'),
  return: (id: string) => below(id, 'tra-lai'),
  sendBack: (id: string) => below(id, 'hoan-thien'),
  propose: (id: string) => below(id, 'de-nghi'),
  accept: (id: string) => below(id, 'vao-dot'),
  advice: (id: string) => below(id, 'to-tu-van'),
  sendPackage: (id: string) => below(id, 'gui-bo'),
  askPackage: (id: string) => below(id, 'bo-yeu-cau'),
  takeIn: (id: string) => below(id, 'bo-tiep-nhan'),
  centralAdvice: (id: string) => below(id, 'to-tu-van-trung-uong'),
  returnResult: (id: string) => below(id, 'bo-tra-ket-qua'),
  evaluateAgain: (id: string) => below(id, 'danh-gia-lai'),
  complain: (id: string) => below(id, 'khieu-nai'),
  requestReview: (id: string) => below(id, 'de-nghi-xem-xet'),
  ledger: (id: string) => below(id, 'so-ghi'),
  form03: (id: string, type: 'pdf' | 'docx' = 'pdf') => below(id, `mau-03.${type}`),
  letter: (id: string, type: 'pdf' | 'docx' = 'pdf') => below(id, `van-ban-de-nghi.${type}`),
  provinceSlip: (id: string, type: 'pdf' | 'docx' = 'pdf') => below(id, `phieu-tinh.${type}`),
  file: (id: string) => `/tep/${id}`,
  page: (id: string, page: number) => `/tep/${id}/trang/${page}`,
  pageThumb: (id: string, page: number) => `/tep/${id}/trang/${page}/nho.webp`,
} as const;
