import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PaperContent, PaperFormat } from '../types.ts'
import { UnreadablePaper } from './unreadable.ts'

export type Job = { readonly file: string; readonly bytes: Uint8Array; readonly format: PaperFormat }
export type Answer = { readonly content: PaperContent } | { readonly refused: { readonly what: string; readonly todo: string } } | { readonly fault: string }
/** Milliseconds and bytes that one paper may cost. */
export type Bounds = { readonly time: number; readonly memory: number }
export const bounds: Bounds = { time: 30_000, memory: 1_000_000_000 }

/** How often the child's size is looked at, and how long it stays when it has nothing to do (milliseconds). */
const lookEvery = 50, stayFor = 30_000
/** A child that has grown beyond this is not used again (bytes). */
const stale = 400_000_000

/** Built beside the program; a benchmark stands a folder deeper, and the sources use the one that was built last. */
const program = ['./reader.child.js', '../reader.child.js', '../../../dist/reader.child.js'].map((at) => fileURLToPath(new URL(at, import.meta.url))).find((at) => existsSync(at)) ?? 'dist/reader.child.js'

/** Bytes of memory that a process holds, its buffers included, which Node's own limit does not count; 0 where the system doesn't tell. */
const sizeOf = (pid: number): number => {
  try { return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096 } catch { return 0 }
}

let child: ChildProcess | null = null
let idle: NodeJS.Timeout | null = null
let queue: Promise<unknown> = Promise.resolve()

const stop = (): void => { child?.kill('SIGKILL'); child = null }

const started = (): ChildProcess => {
  if (idle !== null) clearTimeout(idle)
  if (child === null || child.exitCode !== null || child.signalCode !== null || !child.connected) child = fork(program, { serialization: 'advanced', execArgv: ['--max-old-space-size=800'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
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

const run = (job: Job, { time, memory }: Bounds): Promise<PaperContent> => new Promise((resolve, reject) => {
  const reader = started()
  const end = (finish: () => void): void => { clearTimeout(clock); clearInterval(look); reader.removeAllListeners(); finish() }
  const refuse = (what: string, todo: string): void => { end(() => { stop(); reject(new UnreadablePaper(job.file, what, todo)) }) }
  const clock = setTimeout(() => { refuse(`reading it took more than ${time / 1000} seconds`, 'Split it, or save it again from the program that made it') }, time)
  const look = setInterval(() => { if (sizeOf(reader.pid ?? 0) > memory) refuse(`reading it took more than ${memory / 1_000_000_000} GB of memory`, 'Split it, or save it again from the program that made it') }, lookEvery)
  reader.once('exit', () => { refuse('the reader stopped in the middle of it', 'Save it again from the program that made it') })
  reader.once('error', (error) => { end(() => { stop(); reject(error) }) })
  reader.once('message', (answer: Answer) => {
    end(() => {
      rest(reader)
      if ('content' in answer) resolve(answer.content)
      else if ('refused' in answer) reject(new UnreadablePaper(job.file, answer.refused.what, answer.refused.todo))
      else reject(new Error(`reading ${job.file} failed: ${answer.fault}`))
    })
  })
  reader.send(job)
})

/** Reads a paper in a process of its own, one at a time, and ends it when it takes too long or grows too large. */
export const readApart = (job: Job, within: Bounds = bounds): Promise<PaperContent> => {
  const next = queue.then(() => run(job, within))
  queue = next.catch(() => {})
  return next
}
