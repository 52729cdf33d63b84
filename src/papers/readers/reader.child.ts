import type { Answer, Job } from './apart.ts'
import { readHere } from './here.ts'
import { UnreadablePaper } from './unreadable.ts'

const answerTo = async ({ file, bytes, format }: Job): Promise<Answer> => {
  try {
    return { content: await readHere(file, bytes, format) }
  } catch (error) {
    if (error instanceof UnreadablePaper) return { refused: { what: error.what, todo: error.todo } }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

process.on('message', (job: Job) => { void answerTo(job).then((answer) => process.send?.(answer)) })
process.on('disconnect', () => { process.exit(0) })
