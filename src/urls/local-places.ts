import {
  correctLocalPlace,
  craftVillagesPage,
  localPlacePage,
  localPlacePaths,
  localPlaceSheet,
  localPlacesPage,
  newLocalPlacePage,
  registerLocalPlace,
  villagePage,
} from '#features/local-places';
import { api, get, post, type Route } from '#platform/http/routes';

/** Craft villages and raw-material areas. */
export const localPlaces: readonly Route[] = [
  get(localPlacePaths.open, craftVillagesPage),
  get(localPlacePaths.village(':id'), villagePage),
  get(localPlacePaths.village(':id', 'en'), villagePage),
  get(localPlacePaths.list, localPlacesPage),
  get(localPlacePaths.sheet, localPlaceSheet),
  get(localPlacePaths.new, newLocalPlacePage),
  post(localPlacePaths.new, registerLocalPlace, {
    page: newLocalPlacePage,
    back: (out) => localPlacePaths.one(out.id),
    done: () => 'Đã ghi vào danh bạ.',
  }),
  get(localPlacePaths.one(':id'), localPlacePage),
  post(localPlacePaths.one(':id'), correctLocalPlace, {
    page: localPlacePage,
    back: (out) => localPlacePaths.one(out.id),
    done: () => 'Đã lưu.',
  }),
  api('POST', '/local-places', registerLocalPlace),
  api('POST', '/local-places/:id/correction', correctLocalPlace),
];
