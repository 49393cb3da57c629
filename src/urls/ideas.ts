/** Potential products: entered, helped, made a dossier, dropped. */
import {
  adviseIdea,
  correctIdea,
  correctIdeaPage,
  dropIdea,
  enterIdea,
  fileIdea,
  ideaPage,
  ideaPaths,
  ideasPage,
  ideasSheet,
  newIdeaPage,
  readyIdea,
  reopenIdea,
} from '#features/ideas';
import { api, get, post, type Route } from '#platform/http/routes';

const toIdea = (out: { id: string }) => ideaPaths.one(out.id);
const onPage = { page: ideaPage, back: toIdea };

export const ideas: readonly Route[] = [
  get(ideaPaths.list, ideasPage),
  get(ideaPaths.sheet, ideasSheet),
  get(ideaPaths.new, newIdeaPage),
  post(ideaPaths.new, enterIdea, { page: newIdeaPage, back: toIdea, done: () => 'Đã ghi ý tưởng.' }),
  get(ideaPaths.one(':id'), ideaPage),
  get(ideaPaths.correct(':id'), correctIdeaPage),
  post(ideaPaths.correct(':id'), correctIdea, { page: correctIdeaPage, back: toIdea, done: () => 'Đã lưu.' }),
  post(ideaPaths.advise(':id'), adviseIdea, { ...onPage, done: () => 'Đã ghi đang hỗ trợ.' }),
  post(ideaPaths.ready(':id'), readyIdea, { ...onPage, done: () => 'Đã ghi sẵn sàng lập hồ sơ.' }),
  post(ideaPaths.file(':id'), fileIdea, {
    page: ideaPage,
    back: (out) => `/ho-so/${out.dossier}`,
    done: () => 'Đã lập hồ sơ từ ý tưởng.',
  }),
  post(ideaPaths.drop(':id'), dropIdea, { ...onPage, done: () => 'Đã dừng ý tưởng.' }),
  post(ideaPaths.reopen(':id'), reopenIdea, { ...onPage, done: () => 'Đã mở lại ý tưởng.' }),
  api('POST', '/ideas', enterIdea),
  api('POST', '/ideas/:id/correction', correctIdea),
  api('POST', '/ideas/:id/advice', adviseIdea),
  api('POST', '/ideas/:id/readiness', readyIdea),
  api('POST', '/ideas/:id/dossier', fileIdea),
  api('POST', '/ideas/:id/dropping', dropIdea),
  api('POST', '/ideas/:id/reopening', reopenIdea),
];
