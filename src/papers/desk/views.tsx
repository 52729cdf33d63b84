import type { Child } from 'hono/jsx'
import type { Finding, Level } from '../../kit/finding.ts'
import { describeSource } from '../../kit/source.ts'
import { counted } from '../../kit/words.ts'
import { Answer, Button, FileUpload, Nothing, Part, Scroll } from '../../web/index.ts'
import type { Judged } from '../checks/index.ts'
import type { PaperContent } from '../types.ts'
import { excerptOf, type Excerpt } from './excerpt.ts'
import type { Shown } from './packed-list.ts'

const levels: Readonly<Record<Level, { readonly word: string; readonly says: string }>> = {
  error: { word: 'Error', says: 'wrong, whatever else is true' }, warning: { word: 'Warning', says: 'wrong, unless something outside the paper explains it' }, note: { word: 'Note', says: 'worth knowing' },
}
const graveFirst = ['error', 'warning', 'note'] as const
const howMany = (findings: readonly Finding[], level: Level): string => { const n = findings.filter((f) => f.level === level).length; return n === 0 ? '' : counted(n, levels[level].word.toLowerCase()) }

/** What was found, as a heading: "2 errors, 1 warning in this paper". */
export const foundTitle = (findings: readonly Finding[]): string =>
  (findings.length === 0 ? 'Nothing was found that does not add up' : `${graveFirst.map((l) => howMany(findings, l)).filter(Boolean).join(', ')} in this paper`)

/** The words with the part that is meant marked, where it is told and stands there. */
const Marked = ({ text, found }: { text: string; found: string | undefined }) => {
  const at = found ? text.indexOf(found) : -1
  return at < 0 ? <mark>{text}</mark> : <>{text.slice(0, at)}<mark>{found}</mark>{text.slice(at + found!.length)}</>
}
const short = (text: string, end: 'start' | 'end'): string => (text.length <= 160 ? text : end === 'start' ? `…${text.slice(-160)}` : `${text.slice(0, 160)}…`)

const ExcerptView = ({ excerpt, finding: { found, source, code }, nth }: { excerpt: Excerpt; finding: Finding; nth: number }) => excerpt.kind === 'text' ? (
  <blockquote class="tl-excerpt">
    {excerpt.before ? <p class="tl-small">{short(excerpt.before, 'start')}</p> : null}
    <p><Marked text={excerpt.text} found={found} /></p>
    {excerpt.after ? <p class="tl-small">{short(excerpt.after, 'end')}</p> : null}
  </blockquote>
) : (
  <Scroll label={`${nth + 1}: the rows of the paper round ${describeSource(source)} (${code})`}>
    <table class="tl-table tl-excerpt"><tbody>{excerpt.rows.map((row) => <tr>{row.map((c) => <td>{c.marked ? <Marked text={c.text || '(empty)'} found={found} /> : short(c.text, 'end')}</td>)}</tr>)}</tbody></table>
  </Scroll>
)

export const shownIn = (content: PaperContent, judged: readonly Judged[]): readonly Shown[] => judged.map((j) => ({ ...j, excerpt: excerptOf(content, j.finding.source, j.finding.found) }))

const FindingLine = ({ shown: { finding: f, excerpt }, nth, children }: { shown: Shown; nth: number; children?: Child }) => (
  <li class="tl-finding">
    <div>
      <p><b class={`tl-level tl-level--${f.level}`}>{levels[f.level].word}</b> {f.message}</p>
      <p class="tl-small">{describeSource(f.source)}{f.also && f.also.length > 0 ? `; see also ${f.also.map(describeSource).join('; ')}` : ''} · {f.code}</p>
      {children}
    </div>
    <div>{excerpt ? <ExcerptView excerpt={excerpt} finding={f} nth={nth} /> : null}</div>
  </li>
)

type Under = (shown: Shown) => Child
/** Findings, each beside the words it is about; `under` adds to each what can be done about it, `after` is how many the page has shown already. */
export const FindingsList = ({ findings, under, after = 0 }: { findings: readonly Shown[]; under?: Under | undefined; after?: number }) => (
  <ol class="tl-findings" start={after + 1}>{findings.map((shown, n) => <FindingLine shown={shown} nth={after + n}>{under?.(shown)}</FindingLine>)}</ol>
)

type Group = { readonly level: Level; readonly title: string; readonly after: number; readonly findings: readonly Shown[] }
/** The findings by level, the gravest first. */
const groupsOf = (findings: readonly Shown[]): readonly Group[] => {
  const groups: Group[] = []
  for (const level of graveFirst) {
    const own = findings.filter((s) => s.finding.level === level)
    if (own.length > 0) groups.push({ level, title: counted(own.length, levels[level].word.toLowerCase()), after: groups.reduce((n, g) => n + g.findings.length, 0), findings: own })
  }
  return groups
}

type FoundProps = { readonly file: string; readonly findings: readonly Shown[]; readonly title?: string; /** What is said below the count. */ readonly says?: Child; readonly under?: Under }
/** What was found in a paper: the answer, and the findings by level. */
export const Found = ({ file, findings, title = foundTitle(findings.map((s) => s.finding)), says, under }: FoundProps) => {
  const groups = groupsOf(findings)
  return (
    <>
      <Answer kicker={file} text={title}>
        {says}
        {groups.length > 0 ? <ul class="tl-list tl-small">{groups.map((g) => <li><a href={`#${g.level}s`}>{g.title}</a>: {levels[g.level].says}</li>)}</ul> : null}
      </Answer>
      {groups.length === 0 ? <Nothing>The checks have nothing to say. That is no promise: a figure that agrees with itself can still be wrong.</Nothing> : null}
      {groups.map((g) => <Part id={`${g.level}s`} title={g.title}><FindingsList findings={g.findings} under={under} after={g.after} /></Part>)}
    </>
  )
}

type UploadProps = { readonly action: string; readonly megabytes?: number; readonly hidden?: Child; /** Whether earlier papers may come with it. */ readonly earlier?: boolean; readonly refused?: string | undefined; readonly field?: 'paper' | 'against' }
/** Brings a paper of up to `megabytes` to `action`; `hidden` are fields that go with it. */
export const UploadForm = ({ action, megabytes = 50, hidden, earlier = false, refused, field = 'paper' }: UploadProps) => {
  const wrong = (name: string) => (refused && field === name ? { text: refused } : undefined)
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      {hidden}
      <FileUpload name="paper" javascript label={{ text: 'The paper', classes: 'govuk-label--s' }} hint={{ text: `Word, Excel, PDF, CSV, a web page or text; up to ${megabytes} MB. Nothing of it is kept.` }} errorMessage={wrong('paper')} />
      {earlier ? <FileUpload name="against" javascript multiple label={{ text: 'Earlier papers to hold it against, if any', classes: 'govuk-label--s' }} hint={{ text: 'The approved plan, last quarter’s report, last year’s: up to four. What changed since then without a word is told.' }} errorMessage={wrong('against')} /> : null}
      <Button text="Check it" /> <Button text="Get the findings as a Word document" name="as" value="docx" classes="govuk-button--secondary" />
    </form>
  )
}
