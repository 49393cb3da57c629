/** Finding things: the search over everything. */
import { findPage, findPath } from '#features/finding';
import { get, type Route } from '#platform/http/routes';

export const finding: readonly Route[] = [get(findPath, findPage)];
