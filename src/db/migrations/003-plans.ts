import { tablesFrom } from './tables.ts'

/** Plans of items: identity apart from wording, amendments, and the lines between years. */
export const plans = tablesFrom(`
create table plan (
  council_id integer not null references council,
  plan_id integer generated always as identity,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title <> ''),
  year text not null check (year ~ '^[0-9]{4}-[0-9]{2}$'),
  levels text[] not null check (cardinality(levels) > 0),
  roles text[] not null check (cardinality(roles) = cardinality(levels)),
  proposal_id integer not null,
  primary key (council_id, plan_id),
  foreign key (council_id, proposal_id) references proposal
);
comment on table plan is 'Any hierarchy a council adopts. It stands as long as the proposal that made it is not withdrawn.';
comment on column plan.levels is 'The plan''s own names for its tiers, from the top down.';
comment on column plan.roles is 'What each level is in every plan''s words (theme, objective, deliverable, milestone), so that plans with other names can be compared.';
create index plan_slug on plan (council_id, slug);
select keep_for_ever('plan');

create table item (
  council_id integer not null,
  plan_id integer not null,
  item integer not null check (item > 0),
  proposal_id integer not null,
  primary key (council_id, plan_id, item),
  foreign key (council_id, plan_id) references plan,
  foreign key (council_id, proposal_id) references proposal
);
comment on table item is 'A node of a plan: only its identity. What it says stands in item_revision and may change, its number never does.';
comment on column item.item is 'Its number in its plan, counted in the plan''s order at the first import.';
select keep_for_ever('item');

create table item_revision (
  council_id integer not null,
  plan_id integer not null,
  item integer not null,
  revision integer not null check (revision > 0),
  kind text not null check (kind in ('approved', 'reported', 'added', 'reworded', 'target changed', 're-dated', 'moved', 'split', 'merged', 'dropped', 'corrected')),
  parent integer,
  level smallint not null check (level >= 0),
  position integer not null,
  ref text,
  wording text not null,
  due date,
  fields jsonb not null default '{}',
  row_number integer,
  confirm text[] not null default '{}',
  review text[] not null default '{}',
  authority text not null default '',
  reason text not null default '',
  on_day date not null,
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  proposal_id integer not null,
  paper_id integer, page integer, line integer, cell text,
  primary key (council_id, plan_id, item, revision),
  foreign key (council_id, plan_id, item) references item,
  foreign key (council_id, plan_id, parent) references item,
  foreign key (council_id, proposal_id) references proposal,
  foreign key (council_id, paper_id) references paper,
  check (parent <> item)
);
comment on table item_revision is 'What an item says, from one change to the next. The first revision is what was approved (or first reported, where no plan was imported); each later one is an amendment.';
comment on column item_revision.kind is 'approved: stood in the adopted plan; reported: known only from an update; otherwise the kind of amendment.';
comment on column item_revision.row_number is 'Which row of the paper is about this item itself, counted from 0; none where it is only a heading of others.';
comment on column item_revision.confirm is 'Cells that await a person; they are empty until then, never guessed.';
comment on column item_revision.authority is 'Who decided the amendment; empty: not stated.';
comment on column item_revision.on_day is 'The day from which it holds.';
select keep_for_ever('item_revision');

create table lineage (
  council_id integer not null,
  plan_id integer not null,
  item integer not null,
  revision integer not null check (revision > 0),
  earlier_plan_id integer not null,
  earlier_item integer not null,
  kind text not null check (kind in ('same words', 'reworded', 'next phase')),
  state text not null check (state in ('kept', 'to confirm', 'refused')),
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  proposal_id integer not null,
  primary key (council_id, plan_id, item, earlier_plan_id, earlier_item, revision),
  foreign key (council_id, plan_id, item) references item,
  foreign key (council_id, earlier_plan_id, earlier_item) references item,
  foreign key (council_id, proposal_id) references proposal,
  check (plan_id <> earlier_plan_id)
);
comment on table lineage is 'This item continues that one of an earlier plan. Sure links are kept at once, others wait for a person; the latest revision of a link holds.';
create index lineage_earlier on lineage (council_id, earlier_plan_id, earlier_item);
select keep_for_ever('lineage');
`)
