/** Finding things: the search over everything, and the maps. */
import { findPage, findPath } from '#features/finding';
import { mapPage, officeMapPage, officeMapPath, publicMap } from '#features/maps';
import { get, type Route } from '#platform/http/routes';

export const finding: readonly Route[] = [
  get(findPath, findPage),
  get(publicMap('vi'), mapPage),
  get(publicMap('en'), mapPage),
  get(officeMapPath, officeMapPage),
];
