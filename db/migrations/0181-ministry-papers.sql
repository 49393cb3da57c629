-- The Ministry too signs under mandates and has Word forms of its own: no province.
alter table mandate alter column province drop not null;
alter table office_template alter column province drop not null;
