import type { Finding } from '../../../kit/finding.ts'
import { basename } from 'node:path'
import type { PaperBlock, PaperContent, PaperText, RecognisedTable } from '../../types.ts'
import type { Recogniser } from '../recogniser.ts'
import { follow } from './following.ts'
import { isThemeColumn, placesOf } from './headings.ts'
import type { Row } from './layout.ts'
import { periodOf } from './period.ts'
import { wholeTables, type Piece, type Whole } from './pieces.ts'
import { placeRow, type LevelOf, type Placed, type Placing } from './placing.ts'
import { planWording, type PlanWording } from './plan-wording.ts'
import { rowsOf } from './rows.ts'
import { isColour, statusText, vocabularyOf } from './statuses.ts'
import { themeOf, themesOf } from './themes.ts'
import { endsSentence, habitOf, startsLower, type Habit } from './wording.ts'

/** Plans and their updates, by what their columns mean: any level names, any statuses, any order of columns. */
export const recognisePlans: Recogniser = (content, free, options) => {
  const plan = options.plan && options.plan.length > 0 ? planWording(options.plan) : null
  const wholes = wholeTables(free)
  const made = wholes.map((whole) => tableOf(whole, content, free, plan))
  const taken = wholes.flatMap((w) => [...w.used])
  return { tables: made.map((m) => m.table), findings: [...made.flatMap((m) => m.findings), ...withoutHeadings(free, new Set(taken))], taken }
}

const tableOf = (whole: Whole, content: PaperContent, free: readonly PaperBlock[], plan: PlanWording | null): { table: RecognisedTable; findings: readonly Finding[] } => {
  const { layout, pieces, legend } = whole
  const names = layout.levels.map((l) => layout.headings[l]!)
  const isUpdate = layout.status !== null
  const vocabulary = vocabularyOf(isUpdate ? pieces.flatMap((p) => p.rows.map((r) => statusText(r[layout.status!]))) : [], legend)
  const { themed, findings } = themesOf(whole, (piece) => goesOn(piece, { layout, vocabulary, levelOf: null }), isThemeColumn(names))
  const places = placesOf(names, themed.some((t) => t.theme !== null))
  const levelOf: LevelOf | null = plan === null ? null : (text) => { const place = plan.placeOf(text); const level = place === null ? -1 : places.indexOf(place); return level === -1 ? null : level }
  const rows = pieces.flatMap((piece, theme) => piece.rows.map((row) => ({ placed: placeRow(row, { layout, vocabulary, levelOf }), theme })))
  if (content.format === 'text') flagLoose(whole, rows)
  const habits = habitsOf(rows.map((r) => r.placed), layout.levels.length)
  const drafts = follow(rows, { habits, names, isUpdate, wholeCells: content.format !== 'text' && content.format !== 'pdf', emptyLevels: emptyLevels(rows.map((r) => r.placed), layout.levels.length),
    inPlan: plan === null ? null : (text, level) => { const place = places[level]; return place ? plan.likeness(text, place) : 0 },
    startsTheme: (piece, above) => above !== undefined && themed[piece]!.theme?.name !== themed[above]!.theme?.name })
  const kind = isUpdate || layout.remark !== null && /progress|update|comment|remark/i.test(layout.headings[layout.remark]!) ? 'progress' : 'plan'
  const before = free.slice(Math.max(0, whole.start - 400), whole.start)
  if (layout.doubt !== null) for (const draft of drafts) draft.review.push(layout.doubt)
  const table: RecognisedTable = {
    kind, title: titleOf(whole, before, content), period: periodOf(content, before, [], kind === 'progress'), columns: layout.headings, source: pieces[0]!.table.source,
    rows: rowsOf(drafts, { names, places, themed, isUpdate }, plan), ...(legend.length > 0 ? { legend } : {}),
  }
  return { table, findings }
}

/** Whether a piece goes on with the item of the piece before: its first row prints nothing at the top level. */
const goesOn = (piece: Piece, placing: Placing): boolean => {
  for (const row of piece.rows) {
    const placed = placeRow(row, placing)
    if (!placed.blank) return placed.levels[0] === ''
  }
  return false
}

const isStated = (r: Row): boolean => r.some((c) => isColour(c.text)) && r.some((c) => c.text.split(' ', 4).length >= 4)
/** Tables whose rows have statuses but that begin without headings: what their columns mean can't be said, so their rows are told, not guessed. */
const withoutHeadings = (free: readonly PaperBlock[], taken: ReadonlySet<PaperBlock>): Finding[] => free.flatMap((block) => {
  if (block.kind !== 'table' || taken.has(block) || block.rows.length < 3 || block.rows[0]!.length < 3) return []
  if (!isStated(block.rows[0]!) || block.rows.filter(isStated).length * 5 < block.rows.length * 3) return []
  return [{ level: 'warning', code: 'table.no-headings', source: block.source, message: `A table of ${block.rows.length} rows has statuses but no headings, so its rows were not read. Add the headings of its columns.` }]
})

/** In a text, a line without cells right under a row holds words that some cell of the row has lost: the remark's, where they go on with it. */
const flagLoose = ({ pieces, after }: Whole, rows: readonly { readonly placed: Placed; readonly theme: number }[]): void => {
  const last = new Map(rows.map((r) => [r.theme, r.placed]))
  pieces.forEach((_, i) => {
    const above = last.get(i)
    const loose = (pieces[i + 1]?.before ?? after)[0]
    if (above === undefined || loose === undefined || loose.source.line !== (above.line.source.line ?? 0) + 1 || !/\p{L}{3}/u.test(loose.text) || /^page\b/i.test(loose.text) || themeOf(loose) !== null) return
    above.review.push(`"${loose.text.slice(0, 60)}" is printed under it, in no cell`)
    if (startsLower(loose.text) && (above.remark ?? '') !== '' && !endsSentence(above.remark!)) above.remark = `${above.remark} ${loose.text}`
  })
}

/** How each level's items begin, learnt from cells that stand under an empty cell and so can't go on with other words; a level with few such learns from all levels, if its items begin like theirs. */
const habitsOf = (rows: readonly Placed[], depth: number): Habit[] => {
  const starts = Array.from({ length: depth }, (_, level) => rows.flatMap((r, i) => {
    const text = r.levels[level]!
    const above = rows[i - 1]?.levels[level] ?? ''
    return text !== '' && (above === '' || level === depth - 1) ? [text] : []
  }))
  return starts.map((own, level) => {
    if (own.length >= fewest) return habitOf(own)
    const all = habitOf(rows.map((r) => r.levels[level]!).filter((t) => t !== '' && !startsLower(t)))
    return all.opener * 2 > all.seen ? habitOf(starts.flat()) : habitOf(own)
  })
}
/** Fewer items than this teach nothing about a level. */
const fewest = 8

/** Levels that this paper leaves empty as a rule, so that an empty cell there is no loss. */
const emptyLevels = (rows: readonly Placed[], depth: number): Set<number> => {
  const empty = new Set<number>()
  for (let level = 1; level < depth - 1; level += 1) {
    const starts = rows.filter((r) => r.levels.slice(0, level).some((l) => l !== ''))
    const bare = starts.filter((r) => r.levels[level] === '')
    if (bare.length >= 3 && bare.length * 2 > starts.length) empty.add(level)
  }
  return empty
}

/** The nearest heading that names the paper or appendix, else the paper's title. */
const titleOf = (whole: Whole, before: readonly PaperBlock[], content: PaperContent): string => {
  if (whole.pieces[0]!.table.caption) return whole.pieces[0]!.table.caption
  const named = (style: 'heading' | 'paragraph'): PaperText | undefined => before.findLast((b): b is PaperText => b.kind === 'text' && b.style === style && b.text.length <= 120 && !/[.,;]$|\bis$/.test(b.text) && titleWords.test(b.text))
  const title = named('heading') ?? named('paragraph')
  return title?.text ?? (content.title !== null && content.title.length <= 120 ? content.title : basename(content.file))
}
const titleWords = /^(?:appendix|annex)\b|\b(?:delivery|action|improvement|council|corporate|service|business) plan\b|\b(?:progress|performance) (?:report|update)\b/i
