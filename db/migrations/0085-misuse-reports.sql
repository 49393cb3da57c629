-- Reports of wrong use of the stars, sent by anybody without an account (U40).
create table misuse_report (
  id uuid primary key references lifecycle,
  number text not null unique,                    -- what the sender holds: PA-7K3M-9QX2-4TBH, random
  kind text not null,                             -- what is wrong: keys of the chapter's list
  typed text,                                     -- product or code as it was typed
  product uuid references product,                -- what it leads to in the register, if anything
  code text,                                      -- code of the certificate it leads to
  place text not null,                            -- where it was seen, in the sender's words
  province uuid not null references unit,
  words text,
  photo uuid references file,                     -- re-encoded, without EXIF
  contact text,                                   -- restricted: to ask back, shown to the office alone
  received_at timestamptz not null default now(),
  finding text,
  answer text,                                    -- what the sender is told
  closed_on date
);
create unique index misuse_report_by_number on misuse_report (code_key(number));
create index misuse_report_by_province on misuse_report (province, received_at desc, id desc);
create index misuse_report_by_product on misuse_report (product) where product is not null;

-- Looking up a dossier by the number of its receipt.
create index receipt_slip_by_text on receipt_slip (code_key(text));
create index dossier_by_product_code on dossier (code_key(product_code)) where product_code is not null;

grant select on misuse_report to app;
grant select (id, number, kind, typed, product, code, place, province, received_at, finding, closed_on) on misuse_report to report;
grant insert on misuse_report to app;
grant update (finding, answer, closed_on) on misuse_report to app;
