import { tablesFrom } from './tables.ts'

/** The keys of statuses and what was reported against each item. */
export const progress = tablesFrom(`
create table status (
  council_id integer not null,
  plan_id integer not null,
  from_day date not null,
  code text not null check (code <> ''),
  revision integer not null check (revision > 0),
  name text not null check (name <> ''),
  colour text not null,
  letter text not null,
  meaning text not null,
  kind text not null check (kind in ('complete', 'on track', 'at risk', 'off track', 'not due', 'paused', 'discontinued')),
  counts boolean not null,
  assumed boolean not null,
  position integer not null,
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  proposal_id integer not null,
  primary key (council_id, plan_id, from_day, code, revision),
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, proposal_id) references proposal
);
comment on table status is 'A dated vocabulary: a period is read with the statuses that held on its last day, so a key that changes with the year does not change last year''s answers.';
comment on column status.counts is 'Whether rows of this status stand in the headline''s denominator.';
comment on column status.assumed is 'The paper''s key does not say what this code means; the meaning is the usual one until a person confirms it.';
select keep_for_ever('status');

create table item_update (
  council_id integer not null,
  plan_id integer not null,
  period text not null check (period ~ '^[0-9]{4}-[0-9]{2}(-Q[1-4])?$'),
  item integer not null,
  revision integer not null check (revision > 0),
  listed boolean not null default true,
  row_number integer not null,
  status text,
  printed_status text,
  remark text not null,
  forecast date,
  path jsonb,
  confirm text[] not null default '{}',
  review text[] not null default '{}',
  reason text not null default '',
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  proposal_id integer not null,
  paper_id integer, page integer, line integer, cell text,
  primary key (council_id, plan_id, period, item, revision),
  foreign key (council_id, plan_id, item) references item,
  foreign key (council_id, proposal_id) references proposal,
  foreign key (council_id, paper_id) references paper,
  check (listed or status is null)
);
comment on table item_update is 'What was reported of an item for a period. The key''s order serves the commonest question, everything of one period of one plan; a correction is a further revision, and the highest that was not withdrawn holds.';
comment on column item_update.listed is 'False where a correction says that the period''s update does not list the item after all.';
comment on column item_update.row_number is 'Which row of the paper, counted from 0: the order of the update.';
comment on column item_update.status is 'A code of the vocabulary; none: not stated, which is counted as such and never as zero.';
comment on column item_update.printed_status is 'What the paper has in the status cell, also where nobody has said yet what it means.';
comment on column item_update.path is 'The row''s levels and words as printed, where they differ from the item''s own.';
comment on column item_update.confirm is 'Cells that await a person; they are empty until then, never guessed.';
create index item_update_history on item_update (council_id, plan_id, item);
create index item_update_proposal on item_update (council_id, proposal_id);
select keep_for_ever('item_update');
`)
