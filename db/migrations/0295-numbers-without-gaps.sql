-- An identity took a number for every row before the trigger took the row's own, so the ledger counted 1, 3, 5. Now only
-- the trigger takes one, still after the lock; what a transaction took back stays the only gap. Old rows keep their numbers.
lock table ledger in share row exclusive mode;
create sequence ledger_number as bigint;
select setval('ledger_number', last_value, is_called) from ledger_no_seq;
alter table ledger alter column no drop identity;
alter sequence ledger_number rename to ledger_no_seq;
alter sequence ledger_no_seq owned by ledger.no;
-- Never kept: the trigger, or births at once, always give the number.
alter table ledger alter column no set default 0;
