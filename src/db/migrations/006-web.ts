import { tablesFrom } from './tables.ts'

/** Who may change data from this machine, until there are accounts. */
export const web = tablesFrom(`
create table web_pass (
  digest bytea primary key check (length(digest) = 32),
  kind text not null check (kind in ('link', 'session')),
  until timestamptz not null
);
comment on table web_pass is 'One-time links and the sessions they became. Belongs to no council: whoever holds one works on this machine for all of them.';
comment on column web_pass.digest is 'SHA-256 of the secret, so that a copy of the database lets nobody in.';
`)
