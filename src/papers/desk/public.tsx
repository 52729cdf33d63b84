import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../kit/refused.ts'
import { Answer, Busy, ErrorSummary, Page, Part, readForm, type Answered, type BroughtFile, type Pages } from '../../web/index.ts'
import { checkApart } from '../checks/check-file.ts'
import { defaultSettings, judge } from '../checks/index.ts'
import { summaryFile } from './summary-file.ts'
import type { Shown } from './packed-list.ts'
import { Found, foundTitle, shownIn, UploadForm } from './views.tsx'

const megabyte = 1_048_576
/** What one stranger's paper may cost: megabytes sent, milliseconds, bytes of memory. */
const largest = 20, bounds = { time: 20_000, memory: 800_000_000 }
/** How many papers may wait to be checked, and how many one address may send in a minute. */
const most = 4, sent = { max: 10, timeWindow: '1 minute' }

const BringPaper = ({ refused }: { refused?: string | undefined }) => <UploadForm action="/check" megabytes={largest} refused={refused} />

const AskPage = ({ refused }: { refused?: string }) => (
  <Page title={refused ? 'Error: Does this paper add up?' : 'Does this paper add up?'}>
    {refused ? <ErrorSummary titleText="That could not be done" errorList={[{ text: refused, href: '#paper' }]} /> : null}
    <Answer text="Does this paper add up?"><p>Bring a council’s report. Sums, percentages, dates, things said twice, and gaps are looked for, and shown beside the paper’s own words.</p></Answer>
    <BringPaper refused={refused} />
    <Part id="kept" title="What becomes of the paper">
      <p class="tl-prose">It is read in memory, answered on the next page and forgotten: no copy, no name of the file and no finding is kept, and nobody else sees it.</p>
    </Part>
  </Page>
)

const AnsweredPage = ({ file, findings }: { file: string; findings: readonly Shown[] }) => (
  <Page title={foundTitle(findings.map((s) => s.finding))} wide>
    <Found file={file} findings={findings} />
    <Part id="again" title="Check another"><BringPaper /></Part>
  </Page>
)

const broughtBy = async (request: FastifyRequest): Promise<{ readonly paper: BroughtFile; readonly asFile: boolean }> => {
  const form = await readForm(request, largest * megabyte).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw new Refused(`That file is larger than ${largest} MB. Split it, or save it without pictures.`)
    throw error
  })
  const [paper] = form.files('paper')
  if (paper === undefined || paper.bytes.length === 0) throw new Refused('Choose the paper to check.')
  return { paper, asFile: form.said('as') === 'docx' }
}

const answerTo = async (request: FastifyRequest): Promise<Answered> => {
  const { paper, asFile } = await broughtBy(request)
  const { content, findings } = await checkApart({ file: paper.filename, bytes: paper.bytes, against: [], settings: defaultSettings }, bounds)
  const judged = judge(content, findings, [])
  return asFile ? summaryFile(content.file, judged) : <AnsweredPage file={content.file} findings={shownIn(content, judged)} />
}

/** A page on which anybody may have a paper checked. Nothing is kept: there is no database here. */
export const publicCheckPages: Pages = (app, site) => {
  let under = 0
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      return site.send(request, reply, await answerTo(request))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return site.send(request, reply.code(422), <AskPage refused={error.message} />)
    }
  }
  app.get('/check', (request, reply) => site.send(request, reply, <AskPage />))
  app.post('/check', { config: { rateLimit: sent } }, async (request, reply) => {
    if (under >= most) throw new Busy('Other papers are being checked, one after another.')
    under += 1
    try { return await answer(request, reply) } finally { under -= 1 }
  })
}
