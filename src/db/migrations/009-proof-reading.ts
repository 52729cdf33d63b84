import { tablesFrom } from './tables.ts'

/** What a council's proof-reading looks for, and what it lets stand. */
export const proofReading = tablesFrom(`
create table check_settings (
  council_id integer not null references council,
  revision integer not null check (revision > 0),
  settings jsonb not null,
  reason text not null check (reason <> ''),
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  primary key (council_id, revision)
);
comment on table check_settings is 'What a council sets for its proof-reading: rules that are off, thresholds, a report''s sections, its reviewers. The latest revision holds; a council without one has the usual settings.';
comment on column check_settings.settings is 'Only what differs from the usual settings, so that a better list of sections reaches every council that has none of its own.';
select keep_for_ever('check_settings');

create table check_waiver (
  council_id integer not null references council,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{12}$'),
  revision integer not null check (revision > 0),
  stands boolean not null,
  code text not null,
  reason text not null check (reason <> ''),
  on_day date not null,
  at timestamptz not null default now(),
  who text not null check (who <> ''),
  primary key (council_id, fingerprint, revision)
);
comment on table check_waiver is 'A finding that somebody looked at and lets stand, and the taking back of that. The latest revision of a fingerprint holds.';
comment on column check_waiver.fingerprint is 'Of the rule, what was found and the words it stands in: the same text later stays waived, changed words come back. Nothing of the paper itself is kept.';
comment on column check_waiver.code is 'The rule that found it, so that a list of waivers can be read; empty where nobody said.';
comment on column check_waiver.stands is 'False where the waiver was taken back, which needs its own reason.';
select keep_for_ever('check_waiver');
`)
