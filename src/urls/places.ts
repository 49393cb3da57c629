import { placePage, placeSheet, placesPage, placesPath, placesSheet } from '#features/places';
import {
  cancelChange,
  carryOutChange,
  draftChange,
  draftFromList,
  newUnitChangePage,
  planChange,
  settlePage,
  settlePlace,
  takeUnitList,
  takeUnitListPage,
  unitChangePage,
  unitChangePaths,
  unitChangesPage,
  unitListPage,
} from '#features/unit-changes';
import { api, get, post, type Route } from '#platform/http/routes';

/** Administrative units: what they were, what lies in them, how much they count. */
export const places: readonly Route[] = [
  get(placesPath, placesPage),
  get(`${placesPath}.xlsx`, placesSheet),
  get(`${placesPath}/:id`, placePage),
  get(`${placesPath}/:id/so-luong.xlsx`, placeSheet),
];

const toChange = { page: unitChangePage, back: (out: { id: string }) => unitChangePaths.one(out.id) };

/** Changes of units by an administrator, and placing what lay in divided ones. */
export const unitChanges: readonly Route[] = [
  get(unitChangePaths.list, unitChangesPage),
  get(unitChangePaths.new, newUnitChangePage),
  post(unitChangePaths.new, draftChange, { page: newUnitChangePage, back: (out) => unitChangePaths.one(out.id) }),
  get(unitChangePaths.lists, takeUnitListPage),
  post(unitChangePaths.lists, takeUnitList, { page: takeUnitListPage, back: (out) => unitChangePaths.listOf(out.id) }),
  get(unitChangePaths.listOf(':id'), unitListPage),
  post(unitChangePaths.listOf(':id'), draftFromList, {
    page: unitListPage,
    back: (out) => unitChangePaths.listOf(out.id),
    done: ({ drafted, there }) =>
      there > 0 ? `Đã soạn ${drafted} thay đổi; ${there} dòng đã có bản soạn.` : `Đã soạn ${drafted} thay đổi.`,
  }),
  get(unitChangePaths.one(':id'), unitChangePage),
  post(`${unitChangePaths.one(':id')}/cho`, planChange, {
    ...toChange,
    done: () => 'Đã ghi thay đổi, chờ ngày có hiệu lực.',
  }),
  post(`${unitChangePaths.one(':id')}/thuc-hien`, carryOutChange, {
    ...toChange,
    done: () => 'Đã thực hiện thay đổi.',
  }),
  post(`${unitChangePaths.one(':id')}/bo`, cancelChange, { ...toChange, done: () => 'Đã bỏ thay đổi.' }),
  get(unitChangePaths.settle, settlePage),
  post(`${unitChangePaths.settle}/:id`, settlePlace, {
    page: settlePage,
    back: () => unitChangePaths.settle,
    done: () => 'Đã xếp lại xã.',
  }),
  api('POST', '/unit-changes', draftChange),
  api('POST', '/unit-lists', takeUnitList),
  api('POST', '/unit-lists/:id/drafts', draftFromList),
  api('POST', '/unit-changes/:id/planning', planChange),
  api('POST', '/unit-changes/:id/execution', carryOutChange),
  api('POST', '/unit-changes/:id/cancellation', cancelChange),
  api('POST', '/places/:id/settlement', settlePlace),
];
