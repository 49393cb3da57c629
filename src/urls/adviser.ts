/** Addresses of what helps a producer onwards: the way to the next star. */
import { adviserPage, adviserPath } from '#features/adviser';
import { get, type Route } from '#platform/http/routes';

export const adviser: readonly Route[] = [get(adviserPath(':id'), adviserPage)];
