import { placePage, placeSheet, placesPage, placesPath, placesSheet } from '#features/places';
import { get, type Route } from '#platform/http/routes';

/** Administrative units: what they were, what lies in them, how much they count. */
export const places: readonly Route[] = [
  get(placesPath, placesPage),
  get(`${placesPath}.xlsx`, placesSheet),
  get(`${placesPath}/:id`, placePage),
  get(`${placesPath}/:id/so-luong.xlsx`, placeSheet),
];
