import { UnreadablePaper } from './unreadable.ts'

/** What a program in a process of its own answers a job with. */
export type Answer<Done> = { readonly done: Done } | { readonly refused: { readonly file: string; readonly what: string; readonly todo: string } } | { readonly fault: string }

const answerTo = async <Done>(work: () => Promise<Done>): Promise<Answer<Done>> => {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof UnreadablePaper) return { refused: { file: error.file, what: error.what, todo: error.todo } }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** The whole life of such a program: it answers what its parent sends, and ends with it. */
export const answerJobs = (work: (job: never) => Promise<unknown>): void => {
  process.on('message', (job) => { void answerTo(() => work(job as never)).then((answer) => process.send?.(answer)) })
  process.on('disconnect', () => { process.exit(0) })
}
