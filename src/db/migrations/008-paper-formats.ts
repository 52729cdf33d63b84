import { tablesFrom } from './tables.ts'

/** Which formats can be read is the readers' to say, and grows: our own JSON is one. */
export const paperFormats = tablesFrom(`
alter table paper drop constraint paper_format_check;
alter table paper add constraint paper_format_check check (format ~ '^[a-z]+$');
`)
