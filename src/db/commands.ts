import { stat } from 'node:fs/promises'
import { Usage, type Cli, type Command } from '../cli/command.ts'
import { backup, restore, type Saved } from './backup.ts'
import { migrate } from './open.ts'

const rowsIn = (saved: Saved): number => Object.values(saved).reduce((n, t) => n + t.rows, 0)
const count = (n: number, what: string): string => `${n.toLocaleString('en-GB')} ${what}${n === 1 ? '' : 's'}`

const print = (cli: Cli, json: boolean, data: object, words: string): void => { cli.out(json ? JSON.stringify(data) : words) }

export const databaseCommands: readonly Command[] = [
  {
    name: 'migrate', summary: 'bring the database to the newest schema', options: [{ flags: '--json', description: 'print JSON' }],
    run: async (cli, _args, { json }) => {
      const { db, pool, applied } = await cli.database()
      const steps = [...applied, ...(await migrate(db, pool))]
      print(cli, json === true, { steps }, steps.length === 0 ? 'The database is up to date.' : `${count(steps.length, 'step')} applied: ${steps.join(', ')}.`)
      return 0
    },
  },
  {
    name: 'backup', summary: 'save everything to one file, from one consistent snapshot', arguments: '<file>',
    help: 'Example: throughline backup council-2026-11-21.backup', options: [{ flags: '--json', description: 'print JSON' }],
    run: async (cli, [file], { json }) => {
      if (!file) throw new Usage('Name the file to save to: throughline backup FILE')
      const saved = await backup((await cli.database()).pool, file, cli.progress)
      const { size } = await stat(file)
      print(cli, json === true, { file, bytes: size, tables: saved }, `Saved ${count(rowsIn(saved), 'row')} of ${count(Object.keys(saved).length, 'table')} to ${file} (${Math.ceil(size / 1024)} KB). Keep it as safe as the data.`)
      return 0
    },
  },
  {
    name: 'restore', summary: 'restore a backup into an empty database, and prove it', arguments: '<file>',
    help: 'Works from an embedded database to a server and back: set THROUGHLINE_DATA or DATABASE_URL to the new place.', options: [{ flags: '--json', description: 'print JSON' }],
    run: async (cli, [file], { json }) => {
      if (!file) throw new Usage('Name the file to restore: throughline restore FILE')
      const { db, pool } = await cli.database()
      const restored = await restore(pool, file, async (to) => { await migrate(db, pool, to) }, cli.progress)
      print(cli, json === true, { file, tables: restored }, `Restored ${count(rowsIn(restored), 'row')} of ${count(Object.keys(restored).length, 'table')} from ${file}; every row was read back and is as saved.`)
      return 0
    },
  },
]
