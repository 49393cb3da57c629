import { FIGURE_PATH, listBehind } from '#features/reports';
import { api, type Route } from '#platform/http/routes';

/** Figures of reports, each with the list behind it. */
export const reports: readonly Route[] = [api('GET', FIGURE_PATH, listBehind)];
