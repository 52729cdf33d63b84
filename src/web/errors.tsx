import type { FastifyError } from 'fastify'
import { printDay, type Day } from '../kit/day.ts'
import { Refused } from '../kit/refused.ts'
import { Page } from './layout.tsx'

/** There is no such page, or it isn't this person's to know of. */
export class NotFound extends Error {}
/** The person may not; the message says what is missing and who can grant it. */
export class Forbidden extends Error {}
/** It was public and was taken down. */
export class Gone extends Error {
  constructor(readonly what: string, readonly on: Day, readonly reason: string) { super(`${what} was withdrawn`) }
}

/** More is asked at once than can be done; the same works in a minute. */
export class Busy extends Error {}

type Answer = { readonly status: number; readonly title: string; readonly says: string; readonly next: string }
const answer = (status: number, title: string, says: string, next: string): Answer => ({ status, title, says, next })

const ofServer = (error: FastifyError): Answer => {
  if (error.code === 'FST_FILES_LIMIT') return answer(413, 'Those are too many papers', 'At most five papers can be sent at once.', 'Go back and choose fewer.')
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE') return answer(413, 'That file is too large', 'A paper may have up to 50 MB.', 'Split the paper, or save it without pictures, and send it again.')
  if (error.statusCode === 429) return answer(429, 'That was too much at once', 'More was sent from this computer in a minute than a person sends.', 'Wait a minute and send it again. Nothing of this was changed.')
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return answer(error.statusCode, 'That request could not be read', 'What the browser sent was not what this page expects.', 'Go back, reload the page and try once more.')
  return answer(500, 'Something went wrong here', 'Nothing was changed. The fault was written down for whoever runs this service.', 'Try again in a minute. If it happens again, tell them what you were doing and when.')
}

/** The one place that says which page a problem becomes. */
export const answerTo = (error: unknown): Answer => {
  if (error instanceof NotFound) return answer(404, 'There is no page here', error.message || 'The address may be mistyped, or the page may never have been published.', 'Check the address, or start from the front page.')
  if (error instanceof Forbidden) return answer(403, 'This needs the officer’s link', error.message, 'On the computer that runs Throughline, run “npx throughline link” and open the address that it shows.')
  if (error instanceof Gone) return answer(410, `${error.what} was withdrawn`, `It was taken down on ${printDay(error.on)}. The reason given: ${error.reason}`, 'If you need it, ask the council that published it.')
  if (error instanceof Busy) return answer(503, 'Too many are using this just now', error.message, 'Wait a minute and send it again. Nothing was kept of what you sent.')
  if (error instanceof Refused) return answer(422, 'That could not be done', error.message, 'Go back and change what you sent; nothing was saved.')
  return ofServer(error as FastifyError)
}

export const ErrorPage = ({ found }: { found: Answer }) => (
  <Page title={found.title}>
    <h1 class="govuk-heading-xl">{found.title}</h1>
    <p class="govuk-body-l">{found.says}</p>
    <p class="govuk-body">{found.next}</p>
    <p class="govuk-body"><a class="govuk-link" href="/">Go to the front page</a></p>
  </Page>
)
