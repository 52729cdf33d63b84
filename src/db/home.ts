import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { Refused } from '../kit/refused.ts'

/** The user that the database server runs as where we are root, which PostgreSQL refuses to be: "nobody". */
const nobody = 65534

/** Where an embedded database lives and who runs it. */
export type Home = {
  readonly folder: string
  readonly cluster: string
  readonly log: string
  /** Short, private: a socket's path may have 107 bytes. */
  readonly socket: string
  /** null: ourselves. */
  readonly runAs: { readonly uid: number; readonly gid: number } | null
  /** True where `./data` was closed to the server's user and the database stands elsewhere. */
  readonly moved: boolean
}

/** True where every folder on the way to `path` can be entered by anybody. */
export const openToAll = (path: string): boolean => {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0 && statSync(at).uid !== nobody) return false
    if (dirname(at) === at) return true
  }
}

const nameOf = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 10)

/** Makes a folder and those above it, one by one: a recursive mkdir of Node never ends where the system makes no folders, as in /proc. */
const makeFolder = (path: string): void => {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o755 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') throw new Refused(`The data folder ${path.slice(0, 200)} can't be made (${code}). Set THROUGHLINE_DATA to a folder that this user can write.`)
  }
}

const privateFolder = (path: string, owner: Home['runAs']): string => {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const wanted = owner?.uid ?? process.getuid?.() ?? 0
  const found = lstatSync(path)
  if (!found.isDirectory() || (found.uid !== wanted && found.uid !== process.getuid?.())) {
    throw new Refused(`${path} belongs to somebody else, so the database will not use it. Remove it, or set THROUGHLINE_DATA to another folder.`)
  }
  if (owner) chownSync(path, owner.uid, owner.gid)
  chmodSync(path, 0o700)
  return path
}

const refuseBelowAFile = (path: string): void => {
  if (!existsSync(path)) { if (dirname(path) !== path) refuseBelowAFile(dirname(path)) }
  else if (!statSync(path).isDirectory()) throw new Refused(`${path} is a file, so no data can stand there: set THROUGHLINE_DATA to a folder.`)
}

/** Chooses and makes the folders of the embedded database. */
export const homeOf = (config: Config): Home => {
  const runAs = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : null
  refuseBelowAFile(config.data)
  const moved = runAs !== null && !openToAll(dirname(config.data))
  const folder = moved ? `/var/lib/throughline/${nameOf(config.data)}` : config.data
  makeFolder(folder)
  if (runAs) chmodSync(folder, 0o711)
  const near = join(folder, 'socket')
  const socket = Buffer.byteLength(near) <= 80 ? near : join(tmpdir(), `throughline-${nameOf(folder)}`)
  return { folder, cluster: join(folder, 'postgres'), log: join(folder, 'postgres.log'), socket: privateFolder(socket, runAs), runAs, moved }
}
