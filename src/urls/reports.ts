import { boardPaths, dashboardPage, figurePage, figureSheet, figuresSheet } from '#features/dashboard';
import { answerSheet, askPage, cellPage, questionPaths } from '#features/questions';
import { FIGURE_PATH, listBehind } from '#features/reports';
import { api, get, type Route } from '#platform/http/routes';

/** Figures of reports, each with the list behind it; the board of an office. */
export const reports: readonly Route[] = [
  api('GET', FIGURE_PATH, listBehind),
  get(boardPaths.home, dashboardPage),
  get(boardPaths.sheet, figuresSheet),
  get(questionPaths.ask, askPage),
  get(questionPaths.cell, cellPage),
  get(questionPaths.sheet, answerSheet),
  get(boardPaths.figure(':figure'), figurePage),
  get(boardPaths.figureSheet(':figure'), figureSheet),
];
