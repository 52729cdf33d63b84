import type pg from 'pg'

type Column = { readonly name: string; readonly type: string; readonly needed: boolean; readonly about: string | null }
type Described = { readonly name: string; readonly about: string | null; readonly columns: readonly Column[]; readonly rules: readonly string[]; readonly kept: boolean }

/** Tables with their comments, columns and constraints, as the database itself tells them. */
const describe = async (pool: pg.Pool): Promise<readonly Described[]> => (await pool.query<Described>(`
  select c.relname as name, obj_description(c.oid) as about,
    exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'never_overwritten') as kept,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'needed', a.attnotnull, 'about', col_description(c.oid, a.attnum)) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select json_agg(pg_get_constraintdef(k.oid) order by position(k.contype in 'pufc'), k.conname) from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')), '[]') as rules
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not like 'kysely_migration%' order by c.oid`)).rows

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')

const tablePart = ({ name, about, columns, rules, kept }: Described): string => `## ${name}
${about ?? ''}${kept ? ' Append-only: the database refuses to change or delete a row.' : ''}

| column | type | why |
|---|---|---|
${columns.map((c) => `| \`${c.name}\`${c.needed ? '' : ' (may be empty)'} | ${c.type} | ${cell(c.about ?? '')} |`).join('\n')}

${rules.map((r) => `- \`${r.replaceAll(/\s+/g, ' ')}\``).join('\n')}
`

/** The reference page of the schema. The same on every supported PostgreSQL: only what the migrations say, and no names that the server makes up. */
export const schemaPage = async (pool: pg.Pool): Promise<{ readonly file: string; readonly text: string }> => {
  const tables = await describe(pool)
  return {
    file: 'docs/reference/schema.md',
    text: `# Schema
Every table's key starts with \`council_id\`, so that no query crosses councils by accident and the data can be spread by council. Facts are never overwritten: a correction is a further revision, and what was imported keeps its proposal, paper, page, line and cell. A fact whose proposal was withdrawn stays on record and no longer counts.

${tables.map(tablePart).join('\n')}`,
  }
}
