import type pg from 'pg'

const mark = 'throughline at '

/** Says to everybody on this database that pages are served at an address, for as long as this process lives. Gives what takes it back. */
export const sayRunning = async (pool: pg.Pool, address: string): Promise<() => void> => {
  const client = await pool.connect()
  await client.query(`select set_config('application_name', $1, false)`, [`${mark}${address}`.slice(0, 63)])
  return () => { client.release(true) }
}

/** The addresses at which other processes serve pages from this database. */
export const runningAt = async (pool: pg.Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ name: string }>('select application_name as name from pg_stat_activity where datname = current_database() and application_name like $1 order by 1', [`${mark}%`])
  return rows.map((r) => r.name.slice(mark.length))
}
