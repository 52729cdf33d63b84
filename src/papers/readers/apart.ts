import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PaperContent, PaperFormat } from '../types.ts'
import type { Answer } from './answering.ts'
import { UnreadablePaper } from './unreadable.ts'

/** Milliseconds and bytes that one paper may cost. */
export type Bounds = { readonly time: number; readonly memory: number }
export const bounds: Bounds = { time: 30_000, memory: 1_000_000_000 }

/** How often the child's size is looked at, and how long it stays when it has nothing to do (milliseconds). */
const lookEvery = 50, stayFor = 30_000
/** A child that has grown beyond this is not used again (bytes). */
const stale = 400_000_000

/** Built beside the program; a benchmark stands a folder deeper, and the sources use the one that was built last. */
const programOf = (name: string): string => [`./${name}.child.js`, `../${name}.child.js`, `../../../dist/${name}.child.js`].map((at) => fileURLToPath(new URL(at, import.meta.url))).find((at) => existsSync(at)) ?? `dist/${name}.child.js`

/** Bytes of memory that a process holds, its buffers included, which Node's own limit does not count; 0 where the system doesn't tell. */
const sizeOf = (pid: number): number => {
  try { return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096 } catch { return 0 }
}

/** Something done with a paper that can be done in another process as well: plain data goes in and comes out. */
type Work = (job: never) => Promise<unknown>
type JobOf<W extends Work> = Parameters<W>[0] & Named
type Named = { readonly file: string }

/**
 * The same work done by a program of ours (`NAME.child.ts`) in a process of its own: one paper at a time, and ended when it takes too
 * long or grows too large. `doing` names it for the refusal: "reading it".
 */
export const workApart = <W extends Work>(name: string, doing: string): (job: JobOf<W>, within?: Bounds) => Promise<Awaited<ReturnType<W>>> => {
  type Done = Awaited<ReturnType<W>>
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | null = null
  let queue: Promise<unknown> = Promise.resolve()

  const stop = (): void => { child?.kill('SIGKILL'); child = null }
  const started = (): ChildProcess => {
    if (idle !== null) clearTimeout(idle)
    if (child === null || child.exitCode !== null || child.signalCode !== null || !child.connected) child = fork(programOf(name), { serialization: 'advanced', execArgv: ['--max-old-space-size=800'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.ref()
    child.channel?.ref()
    return child
  }
  /** Lets this process end while the child waits for another paper. */
  const rest = (of: ChildProcess): void => {
    if (sizeOf(of.pid ?? 0) > stale) { stop(); return }
    of.unref()
    of.channel?.unref()
    idle = setTimeout(stop, stayFor)
    idle.unref()
  }
  const run = (job: JobOf<W>, { time, memory }: Bounds): Promise<Done> => new Promise((resolve, reject) => {
    const worker = started()
    const { file }: Named = job
    const end = (finish: () => void): void => { clearTimeout(clock); clearInterval(look); worker.removeAllListeners(); finish() }
    const refuse = (what: string, todo: string): void => { end(() => { stop(); reject(new UnreadablePaper(file, what, todo)) }) }
    const clock = setTimeout(() => { refuse(`${doing} took more than ${time / 1000} seconds`, 'Split it, or save it again from the program that made it') }, time)
    const look = setInterval(() => { if (sizeOf(worker.pid ?? 0) > memory) refuse(`${doing} took more than ${memory / 1_000_000_000} GB of memory`, 'Split it, or save it again from the program that made it') }, lookEvery)
    worker.once('exit', () => { refuse('the reader stopped in the middle of it', 'Save it again from the program that made it') })
    worker.once('error', (error) => { end(() => { stop(); reject(error) }) })
    worker.once('message', (answer: Answer<Done>) => {
      end(() => {
        rest(worker)
        if ('done' in answer) resolve(answer.done)
        else if ('refused' in answer) reject(new UnreadablePaper(answer.refused.file, answer.refused.what, answer.refused.todo))
        else reject(new Error(`${doing.replace(/\bit$/, file)} failed: ${answer.fault}`))
      })
    })
    worker.send(job)
  })
  return (job, within = bounds) => {
    const next = queue.then(() => run(job, within))
    queue = next.catch(() => {})
    return next
  }
}

export type Job = { readonly file: string; readonly bytes: Uint8Array; readonly format: PaperFormat }
/** Reads a paper in a process of its own. */
export const readApart = workApart<(job: Job) => Promise<PaperContent>>('reader', 'reading it')
