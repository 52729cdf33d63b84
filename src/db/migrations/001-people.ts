import { tablesFrom } from './tables.ts'

/** Councils, their units and posts, and the audit trail. */
export const people = tablesFrom(`
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never overwritten: add a revision instead', tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function refuse_change is 'Keeps a table append-only: what was once said stays as it was said.';

create function keep_for_ever(kept regclass) returns void language plpgsql as $$
begin
  execute format('create trigger never_overwritten before update or delete on %s for each row execute function refuse_change()', kept);
  execute format('create trigger never_emptied before truncate on %s for each statement execute function refuse_change()', kept);
end $$;
comment on function keep_for_ever is 'Puts the append-only triggers on a table.';

create table council (
  council_id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  gss text check (gss ~ '^[EWSN][0-9]{8}$'),
  added_at timestamptz not null default now()
);
comment on table council is 'A tenant. Every other table''s key starts with its number, so the data can be spread by council.';
comment on column council.slug is 'The name in addresses and on the command line.';
comment on column council.gss is 'The code of the Office for National Statistics, where known.';

create table unit (
  council_id integer not null references council,
  unit_id integer generated always as identity,
  kind text not null check (kind in ('directorate', 'service', 'team')),
  name text not null check (name <> ''),
  part_of integer,
  primary key (council_id, unit_id),
  foreign key (council_id, part_of) references unit,
  unique (council_id, name)
);
comment on table unit is 'A part of a council: directorate, service or team.';

create table post (
  council_id integer not null references council,
  post_id integer generated always as identity,
  unit_id integer,
  title text not null check (title <> ''),
  primary key (council_id, post_id),
  foreign key (council_id, unit_id) references unit,
  unique (council_id, title)
);
comment on table post is 'A job that owns things ("Head of Waste"): what it owns is not lost when its holder leaves.';

create table post_holding (
  council_id integer not null,
  post_id integer not null,
  from_day date not null,
  until_day date check (until_day >= from_day),
  holder text not null check (holder <> ''),
  primary key (council_id, post_id, from_day),
  foreign key (council_id, post_id) references post
);
comment on table post_holding is 'Who holds a post, from one day to another (both included); no end: still there.';

create table audit (
  council_id integer not null references council,
  entry bigint generated always as identity,
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  what text not null check (what ~ '^[a-z]+[.][a-z-]+$'),
  detail jsonb not null,
  primary key (council_id, entry)
);
comment on table audit is 'What was changed, by whom and when; written in the transaction of the change itself.';
comment on column audit.what is 'subject.verb, e.g. proposal.accepted';
select keep_for_ever('audit');
`)
