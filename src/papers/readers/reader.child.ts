import { answerJobs } from './answering.ts'
import type { Job } from './apart.ts'
import { readHere } from './here.ts'

answerJobs(({ file, bytes, format }: Job) => readHere(file, bytes, format))
