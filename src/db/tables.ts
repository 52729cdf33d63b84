import type pg from 'pg'

/** A table of the schema as backup and restore need it. */
export type Table = { readonly name: string; readonly columns: readonly string[]; readonly key: readonly string[]; readonly needs: readonly string[] }

const own = `n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'kysely_migration%'`

/** Every table with its columns, key and the tables it refers to, those referred to first. */
export const tablesOf = async (client: pg.ClientBase): Promise<readonly Table[]> => {
  const { rows } = await client.query<Table>(`
    select c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(a.attname order by k.n) from pg_index i, unnest(i.indkey) with ordinality k(num, n), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.num), '[]') as key,
      coalesce((select json_agg(distinct r.relname) from pg_constraint f join pg_class r on r.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid), '[]') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${own} order by c.relname`)
  return ordered(rows)
}

const ordered = (tables: readonly Table[]): readonly Table[] => {
  const done: Table[] = []
  while (done.length < tables.length) {
    const next = tables.filter((t) => !done.includes(t) && t.needs.every((n) => done.some((d) => d.name === n)))
    if (next.length === 0) throw new Error('tables refer to each other in a circle')
    done.push(...next)
  }
  return done
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Sets every identity and serial column to continue after the rows that are there. */
export const continueSequences = async (client: pg.ClientBase): Promise<void> => {
  await client.query(`
    do $$ declare s record; begin
      for s in select c.relname as t, a.attname as a, pg_get_serial_sequence(format('%I', c.relname), a.attname) as q
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where ${own} and pg_get_serial_sequence(format('%I', c.relname), a.attname) is not null
      loop execute format('select setval(%L, coalesce((select max(%I) from %I), 0) + 1, false)', s.q, s.a, s.t); end loop;
    end $$`)
}
