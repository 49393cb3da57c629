import { expect, test } from 'vitest';
import { asRows, cellsAsRows } from './rows.ts';

const statement = {
  text: `with page as (select s.* from product_search s where s.star = any($1) order by s.name limit $2), numbered as (select *, 1 as n from page)
    select coalesce((select json_agg(row_to_json(item)) from (select s.product as "id", case when s.x = $3 then 'a, b' end as "state", case when s.p is not null then json_build_object('id', s.p, 'name', s.pn) end as "producer" from numbered s where n <= $4 order by n) item), '[]')::text as items,
      (select $5) as next, coalesce((select json_agg(json_build_array(star, n)) from (select star, count(*) as n from t where y = $6 group by star) cells), '[]') as cells`,
  values: [[3], 51, 'x', 50, 'unused', 'y'],
};

test('a list written as JSON becomes the same list as rows', () => {
  const { text, values } = asRows(statement);
  expect(text.split('\n')[1]?.trim()).toBe(
    `select s.product as "id", case when s.x = $3 then 'a, b' end as "state", s.p as "producer_id", s.pn as "producer_name" from numbered s where n <= $4 order by n`,
  );
  expect(values).toEqual([[3], 51, 'x', 50]);
});

test('facets become rows, their parameters numbered anew', () => {
  expect(cellsAsRows(statement)).toEqual({
    text: 'select star, count(*) as n from t where y = $1 group by star',
    values: ['y'],
  });
});

test('a statement of another shape is refused', () => {
  expect(() => asRows({ text: 'select 1', values: [] })).toThrow('writes no rows as JSON');
});
