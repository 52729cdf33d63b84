import { answerJobs } from '../readers/answering.ts'
import { checkHere } from './check-file.ts'

answerJobs(checkHere)
