import type { Finding, Level } from '../../kit/finding.ts'
import { describeSource } from '../../kit/source.ts'
import { counted } from '../../kit/words.ts'
import { Answer, Button, FileUpload, Nothing, Part, Scroll, Token, WorkPage, type Work } from '../../web/index.ts'
import type { PaperContent } from '../types.ts'
import { excerptOf, type Excerpt } from './excerpt.ts'

const levels: Readonly<Record<Level, { readonly word: string; readonly says: string }>> = {
  error: { word: 'Error', says: 'wrong, whatever else is true' }, warning: { word: 'Warning', says: 'wrong, unless something outside the paper explains it' }, note: { word: 'Note', says: 'worth knowing' },
}
const howMany = (findings: readonly Finding[], level: Level): string => { const n = findings.filter((f) => f.level === level).length; return n === 0 ? '' : counted(n, levels[level].word.toLowerCase()) }

/** The words with the part that is meant marked, where it is told and stands there. */
const Marked = ({ text, found }: { text: string; found: string | undefined }) => {
  const at = found ? text.indexOf(found) : -1
  return at < 0 ? <mark>{text}</mark> : <>{text.slice(0, at)}<mark>{found}</mark>{text.slice(at + found!.length)}</>
}
const short = (text: string, end: 'start' | 'end'): string => (text.length <= 160 ? text : end === 'start' ? `…${text.slice(-160)}` : `${text.slice(0, 160)}…`)

const ExcerptView = ({ excerpt, found }: { excerpt: Excerpt; found: string | undefined }) => excerpt.kind === 'text' ? (
  <blockquote class="tl-excerpt">
    {excerpt.before ? <p class="tl-small">{short(excerpt.before, 'start')}</p> : null}
    <p><Marked text={excerpt.text} found={found} /></p>
    {excerpt.after ? <p class="tl-small">{short(excerpt.after, 'end')}</p> : null}
  </blockquote>
) : (
  <Scroll label="The rows of the paper round the place">
    <table class="tl-table tl-excerpt"><tbody>{excerpt.rows.map((row) => <tr>{row.map((c) => <td>{c.marked ? <mark>{c.text || '(empty)'}</mark> : c.text}</td>)}</tr>)}</tbody></table>
  </Scroll>
)

const FindingLine = ({ content, finding: f }: { content: PaperContent; finding: Finding }) => {
  const excerpt = excerptOf(content, f.source)
  return (
    <li class="tl-finding">
      <div>
        <p><b class={`tl-level tl-level--${f.level}`}>{levels[f.level].word}</b> {f.message}</p>
        <p class="tl-small">{describeSource(f.source)}{f.also && f.also.length > 0 ? `; see also ${f.also.map(describeSource).join('; ')}` : ''} · {f.code}</p>
      </div>
      <div>{excerpt ? <ExcerptView excerpt={excerpt} found={f.found} /> : null}</div>
    </li>
  )
}

const UploadForm = ({ work, refused }: { work: Work; refused: string | undefined }) => (
  <form method="post" action={`/${work.council.slug}/work/check`} enctype="multipart/form-data">
    <Token work={work} />
    <FileUpload name="paper" label={{ text: 'The paper', classes: 'govuk-label--s' }} hint={{ text: 'Word, Excel, PDF, CSV, a web page or text; up to 50 MB. Nothing of it is kept.' }} errorMessage={refused ? { text: refused } : undefined} />
    <Button text="Check it" /> <Button text="Get the findings as a Word document" name="as" value="docx" classes="govuk-button--secondary" />
  </form>
)

export const CheckPage = ({ work, refused }: { work: Work; refused?: string }) => (
  <WorkPage work={work} title="Does this paper add up?" current="check" refused={refused} field="paper">
    <Answer text="Does this paper add up?"><p>Sums, percentages, dates, things said twice, and gaps are looked for, and shown beside the paper’s own words.</p></Answer>
    <UploadForm work={work} refused={refused} />
  </WorkPage>
)

/** What was found in a paper, the gravest first, each beside the words it is about. */
export const CheckedPage = ({ work, content, findings }: { work: Work; content: PaperContent; findings: readonly Finding[] }) => {
  const counts = (['error', 'warning', 'note'] as const).map((l) => howMany(findings, l)).filter(Boolean)
  const title = findings.length === 0 ? 'Nothing was found that does not add up' : `${counts.join(', ')} in this paper`
  return (
    <WorkPage work={work} title={title} current="check" wide>
      <Answer kicker={content.file} text={title}>{findings.length > 0 ? <p class="tl-small">{(['error', 'warning', 'note'] as const).map((l) => `${levels[l].word}: ${levels[l].says}`).join('; ')}.</p> : null}</Answer>
      {findings.length === 0 ? <Nothing>The checks found nothing. That is no promise: a figure that agrees with itself can still be wrong.</Nothing> : (
        <Part id="findings" title="Findings"><ol class="tl-findings">{findings.map((f) => <FindingLine content={content} finding={f} />)}</ol></Part>
      )}
      <Part id="again" title="Check another"><UploadForm work={work} refused={undefined} /></Part>
    </WorkPage>
  )
}
