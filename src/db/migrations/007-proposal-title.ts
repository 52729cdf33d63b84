import { tablesFrom } from './tables.ts'

/** Lists of proposals need no proposal's rows. */
export const proposalTitle = tablesFrom(`
alter table proposal add column title text not null generated always as (coalesce(content ->> 'title', '')) stored;
comment on column proposal.title is 'The title of the table it was read from; kept apart so that a list need not open the rows.';
`)
