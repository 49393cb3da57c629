/** Finding things: the search over everything, the maps, what is to be mended. */
import { faultyPage, faultySheet, qualityPage, qualityPaths } from '#features/data-quality';
import { findPage, findPath } from '#features/finding';
import { historyPath, recordHistoryPage } from '#features/history';
import { mapPage, officeMapPage, officeMapPath, overviewPage, overviewUrl, publicMap } from '#features/maps';
import { get, type Route } from '#platform/http/routes';

export const finding: readonly Route[] = [
  get(findPath, findPage),
  get(publicMap('vi'), mapPage),
  get(publicMap('en'), mapPage),
  get(overviewUrl('vi'), overviewPage),
  get(overviewUrl('en'), overviewPage),
  get(officeMapPath, officeMapPage),
  get(historyPath(':id'), recordHistoryPage),
  get(qualityPaths.home, qualityPage),
  get(qualityPaths.check(':check'), faultyPage),
  get(qualityPaths.sheet(':check'), faultySheet),
];
