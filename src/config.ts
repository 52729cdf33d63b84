import { resolve } from 'node:path'

/** Every setting, from environment variables. The only reader of process.env. */
export type Config = {
  readonly data: string
  readonly databaseUrl: string | null
  readonly port: number
  readonly host: string
  /** The file that requests are logged to; null for none. */
  readonly log: string | null
  /** Whether strangers may have papers checked. */
  readonly publicCheck: boolean
  readonly colour: boolean
}

type Setting = { readonly name: string; readonly meaning: string; readonly default: string }
/** The settings as the reference lists them. */
export const settings: readonly Setting[] = [
  { name: 'THROUGHLINE_DATA', meaning: 'The data folder: the embedded database and its log.', default: './data' },
  { name: 'DATABASE_URL', meaning: 'A PostgreSQL 15 or newer to use in place of the embedded one.', default: 'none: the embedded database' },
  { name: 'PORT', meaning: 'The port the web server listens on.', default: '3000' },
  { name: 'HOST', meaning: 'The address the web server listens on. Anything but loopback lets other machines reach the pages.', default: '127.0.0.1' },
  { name: 'THROUGHLINE_LOG', meaning: 'A file to log web requests to: method, path, answer and time; no queries, no bodies, nothing about who asked.', default: 'none: nothing is logged' },
  { name: 'THROUGHLINE_PUBLIC_CHECK', meaning: 'Set to "on": anybody may have a paper checked at /check, without signing in. Nothing of the paper is kept.', default: 'off' },
  { name: 'NO_COLOR', meaning: 'Set to anything: no colours on the terminal.', default: 'unset' },
]

/** A setting that can't be used; says which and what it may be. */
export class BadSetting extends Error {}

/** The settings of an environment; one that is set to nothing is as good as unset. Throws a BadSetting. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const port = env['PORT'] || '3000'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new BadSetting(`PORT is "${port}": it must be a whole number from 0 to 65535.`)
  const databaseUrl = env['DATABASE_URL']
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) throw new BadSetting('DATABASE_URL is no address of a PostgreSQL: write it as postgres://user:password@host:5432/database.')
  const publicCheck = env['THROUGHLINE_PUBLIC_CHECK'] || 'off'
  if (!/^(on|off)$/.test(publicCheck)) throw new BadSetting(`THROUGHLINE_PUBLIC_CHECK is "${publicCheck}": it must be on or off.`)
  return {
    data: resolve(env['THROUGHLINE_DATA'] || './data'),
    databaseUrl: databaseUrl || null, port: Number(port), host: env['HOST'] || '127.0.0.1', log: env['THROUGHLINE_LOG'] || null, publicCheck: publicCheck === 'on', colour: !env['NO_COLOR'],
  }
}
