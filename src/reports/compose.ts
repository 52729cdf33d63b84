import { daysOf, printPeriod } from '../kit/period.ts'
import { printDay } from '../kit/day.ts'
import { appendices } from './appendix.ts'
import { changesSection, yearsSection } from './changed.ts'
import { heading, paragraph, run, type Block, type Document, type Section } from './document.ts'
import { bound, namedFigures, type NamedFigures } from './facts.ts'
import { glossaryOf } from './glossary.ts'
import { headlineOf } from './headline.ts'
import { narrativeBlocks } from './narrative.ts'
import { rowsOf, themesOf, type ReportRow } from './rows.ts'
import { overview, themeBlocks } from './themes.ts'
import { answeringNoun, headlineSentence, listed, notStatedSentence } from './wording.ts'
import type { ReportHeader, Snapshot } from './types.ts'

/** The report of a snapshot as one Document, which every renderer is given. Pure: the same snapshot gives the same document. */
export const compose = (snapshot: Snapshot): Document => {
  const rows = rowsOf(snapshot)
  const figures = namedFigures(snapshot)
  const prose = (theme: string | null): Block[] => snapshot.narrative.filter((n) => n.theme === theme).flatMap((n) => narrativeBlocks(n.text, figures, theme === null ? 2 : 3))
  const themes = themesOf(snapshot, rows)
  const appended = appendices(snapshot, rows)
  const main: Block[] = [
    ...frontBlocks(snapshot, figures), { kind: 'contents' },
    heading(1, `Progress in ${printPeriod(snapshot.period)}`, 'progress'),
    ...headlineBlocks(snapshot, rows), ...prose(null), ...overview(snapshot, themes),
    ...themes.flatMap((t) => themeBlocks(snapshot, t, prose(t.name))),
    ...changesSection(snapshot), ...yearsSection(snapshot), ...glossaryBlocks(snapshot), ...appendixList(appended), ...sourceBlocks(snapshot),
  ]
  const sections = toldApart([{ orientation: 'portrait', blocks: main }, ...appended])
  return {
    title: titleOf(snapshot), council: snapshot.council.name, subject: `${snapshot.plan.title}: ${printPeriod(snapshot.period)}`,
    date: snapshot.publishedOn ?? daysOf(snapshot.period).to, edition: snapshot.publishedOn === null ? 'Draft' : `Edition ${snapshot.edition}, ${printDay(snapshot.publishedOn)}`, sections,
  }
}

/** Two themes of one name get two addresses. */
const toldApart = (sections: readonly Section[]): Section[] => {
  const taken = new Map<string, number>()
  const own = (id: string): string => {
    const before = taken.get(id) ?? 0
    taken.set(id, before + 1)
    return before === 0 ? id : own(`${id}-${before + 1}`)
  }
  return sections.map((s) => ({ ...s, blocks: s.blocks.map((b) => (b.kind === 'heading' && b.id !== '' ? { ...b, id: own(b.id) } : b)) }))
}

const titleOf = (s: Snapshot): string => s.header.title ?? `${s.plan.title}: progress in ${printPeriod(s.period)}`

const headerRows = (h: ReportHeader): { label: string; runs: { text: string }[] }[] => {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['Meeting', h.meeting], ['Meeting date', h.date === undefined ? undefined : printDay(h.date)], ['Cabinet member', h.member], ['Report author', h.author],
    ['Classification', h.classification], ['Decision type', h.decision], ['Wards affected', h.wards],
  ]
  return parts.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [{ label, runs: [run(text)] }]))
}

const frontBlocks = (snapshot: Snapshot, figures: NamedFigures): Block[] => {
  const { header, differs } = snapshot
  const rows = headerRows(header)
  return [
    ...(rows.length === 0 ? [] : [{ kind: 'facts' as const, rows }]),
    ...(differs.length === 0 ? [] : [heading(1, `What edition ${snapshot.edition} corrects`, 'corrections'), bullets(differs)]),
    ...(header.purpose === undefined || header.purpose === '' ? [] : [heading(1, 'Purpose', 'purpose'), paragraph(bound(header.purpose, figures))]),
    ...recommendationBlocks((header.recommendations ?? []).map((r) => bound(r, figures))),
  ]
}
const recommendationBlocks = (recommendations: readonly string[]): Block[] =>
  recommendations.length === 0 ? [] : [
    heading(1, recommendations.length === 1 ? 'Recommendation' : 'Recommendations', 'recommendations'), paragraph('That:'),
    { kind: 'list', marker: 'letter', items: recommendations.map((r) => [paragraph(r)]) },
  ]
const bullets = (items: readonly string[]): Block => ({ kind: 'list', marker: 'bullet', items: items.map((i) => [paragraph(i)]) })

const headlineBlocks = (snapshot: Snapshot, rows: readonly ReportRow[]): Block[] => {
  const h = headlineOf(rows, snapshot.vocabulary)
  const second = [notStatedSentence(h), uncounted(snapshot, rows), toConfirm(rows)].filter(Boolean).join(' ')
  return [paragraph(`${headlineSentence(h, (n) => answeringNoun(snapshot, n), snapshot.period)}.`, 'lead'), ...(second === '' ? [] : [paragraph(second)])]
}
/** Rows that stand in the update but not in the headline, by status. */
const uncounted = (snapshot: Snapshot, rows: readonly ReportRow[]): string => {
  const parts = snapshot.vocabulary.statuses.filter((s) => !s.counts).map((s) => ({ s, n: rows.filter((r) => r.status === s).length })).filter(({ n }) => n > 0)
  return parts.length === 0 ? '' : `Not counted: ${listed(parts.map(({ s, n }) => `${n} ${s.name.toLowerCase()}`))}.`
}
const toConfirm = (rows: readonly ReportRow[]): string => {
  const n = rows.filter((r) => r.confirm.length > 0).length
  return n === 0 ? '' : `${n === 1 ? '1 row was' : `${n} rows were`} hard to read in the paper and ${n === 1 ? 'waits' : 'wait'} for an officer to confirm; until then ${n === 1 ? 'its doubtful cell is' : 'their doubtful cells are'} empty.`
}

const glossaryBlocks = (snapshot: Snapshot): Block[] => {
  const terms = glossaryOf(snapshot)
  return terms.length === 0 ? [] : [heading(1, 'Abbreviations', 'abbreviations'), { kind: 'terms', terms }]
}

const appendixList = (appended: readonly Section[]): Block[] => [heading(1, 'Appendices', 'appendices'), bullets(appended.flatMap((s) => s.blocks.flatMap((b) => (b.kind === 'heading' && b.level === 1 ? [b.text] : []))))]

/** The papers that the facts were read from. */
const sourceBlocks = ({ papers }: Snapshot): Block[] =>
  papers.length === 0 ? [] : [
    heading(1, 'Background papers', 'background'),
    { kind: 'list', marker: 'bullet', items: papers.map((p) => [{ kind: 'paragraph' as const, style: 'body' as const, runs: p.title === '' || p.title === p.file ? [run(p.file)] : [run(p.title), run(` (${p.file})`)] }]) },
  ]

