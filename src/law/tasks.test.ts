/** Terms of tasks in words and who may give to whom, from the case tables beside it. */
import { expect, it } from 'vitest';
import { type CaseRow, cases, cell } from '../../tests/support/cases.ts';
import { answersTask, type TaskGiver, type TaskOwner, taskProblem, taskTerm } from './tasks.ts';

const dayOf = (row: CaseRow, name: string) => cell(row, name) || null;

it.each(cases(import.meta.url, 'tasks.cases.md', 'Hạn bằng lời'))('%o', (row) => {
  const standing = { state: cell(row, 'tình trạng'), dueOn: dayOf(row, 'hạn'), reportedOn: dayOf(row, 'báo cáo') };
  const term = taskTerm(standing, cell(row, 'ngày'));
  expect([term?.words ?? '', term === null ? '' : term.late ? 'có' : 'không']).toEqual([
    cell(row, 'lời'),
    cell(row, 'muộn'),
  ]);
});

it.each(cases(import.meta.url, 'tasks.cases.md', 'Giao cho ai'))('%o', (row) => {
  const given = { giver: cell(row, 'giao') as TaskGiver, owner: cell(row, 'làm') as TaskOwner };
  const problem = taskProblem({ ...given, givenOn: dayOf(row, 'ngày giao'), dueOn: dayOf(row, 'hạn') });
  expect(problem?.field ?? '').toBe(cell(row, 'sai ở'));
});

it('an office that is not in the system is answered for by who gave the task', () => {
  expect(answersTask('words', 'province')).toBe('province');
  expect(answersTask('words', 'ministry')).toBe('ministry');
  expect(answersTask('commune', 'province')).toBe('commune');
});
