import { tablesFrom } from './tables.ts'

/** Drafts of a report's prose, and what was published. */
export const reports = tablesFrom(`
create table report_draft (
  council_id integer not null,
  plan_id integer not null,
  period text not null,
  revision integer not null check (revision > 0),
  header jsonb not null,
  narrative jsonb not null,
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  primary key (council_id, plan_id, period, revision),
  foreign key (council_id, plan_id) references plan
);
comment on table report_draft is 'The header and the officers'' prose of a period''s report, as last saved; earlier drafts are kept.';
select keep_for_ever('report_draft');

create table publication (
  council_id integer not null,
  plan_slug text not null,
  period text not null check (period ~ '^[0-9]{4}-[0-9]{2}(-Q[1-4])?$'),
  edition integer not null check (edition > 0),
  plan_id integer not null,
  published_on date not null,
  title text not null,
  year text not null,
  met integer not null, counted integer not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  snapshot json not null,
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  primary key (council_id, plan_slug, period, edition),
  foreign key (council_id, plan_id) references plan,
  check (met <= counted)
);
comment on table publication is 'What the public sees, and all it sees: frozen facts. A later correction is a further edition.';
comment on column publication.snapshot is 'json and not jsonb: kept letter for letter, so that its hash can be proved.';
comment on column publication.hash is 'SHA-256 of the snapshot as text.';
comment on column publication.met is 'The headline, so that lists need not open the snapshot: met of counted.';
select keep_for_ever('publication');

create table publication_withdrawal (
  council_id integer not null,
  plan_slug text not null,
  period text not null,
  edition integer not null,
  reason text not null check (reason <> ''),
  on_day date not null,
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  primary key (council_id, plan_slug, period, edition),
  foreign key (council_id, plan_slug, period, edition) references publication
);
comment on table publication_withdrawal is 'Takes a publication down: this edition and all before it, since what must not be seen (personal data) mostly stood in those too. A page says so and why.';
select keep_for_ever('publication_withdrawal');
`)
