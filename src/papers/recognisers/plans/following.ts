import type { CellParagraph } from '../../types.ts'
import type { Source } from '../../../kit/source.ts'
import type { Placed } from './placing.ts'
import { milestonesOf, shareOut } from './splitting.ts'
import { continuing, endsSentence, endsUnfinished, lostBreaks, lostStart, startsLower, type Continuing, type Habit } from './wording.ts'

/** An item above the lowest level. Its words may come over several rows; every row under it shares it. `again`: a later row printed it whole once more, so other words that could stand by themselves are another item. */
export type Item = { text: string; again?: true; readonly repaired: Set<string>; readonly unsure: Set<string> }

/** A row on its way: `unsure` may still be proved by the approved plan's wording, `review` may not. */
export type Draft = {
  readonly parents: (Item | null)[]
  milestone: string | null
  status: string | null
  remark: string | null
  readonly source: Source
  readonly repaired: string[]
  readonly unsure: string[]
  readonly review: string[]
  readonly theme: number
  readonly fields?: Readonly<Record<string, string>>
}

export type Following = { readonly habits: readonly Habit[]; readonly names: readonly string[]; readonly isUpdate: boolean; readonly emptyLevels: ReadonlySet<number>
  /** The format keeps each cell whole, so that words which could stand by themselves are an item of their own. */
  readonly wholeCells: boolean
  /** How like an item of the approved plan at a level words are, 0 to 1; null where no plan was given. */
  readonly inPlan: ((text: string, level: number) => number) | null
  /** Whether a piece stands under another theme than the piece before: nothing is carried down from one theme to the next. */
  readonly startsTheme: (piece: number, above: number | undefined) => boolean }

type State = {
  readonly rows: Draft[]
  items: (Item | null)[]
  /** Which levels the row just above printed: only there can words go on. */
  printed: boolean[]
  doubt: number | null
  /** A row of parents alone, until a row stands under it. */
  waiting: { readonly placed: Placed; readonly items: readonly (Item | null)[]; readonly theme: number } | null
}

/** Rows in order -> drafts, with items carried down, words that go on over rows joined, and rows that ran together parted. */
export const follow = (rows: readonly { readonly placed: Placed; readonly theme: number }[], using: Following): Draft[] => {
  const depth = using.habits.length - 1
  const state: State = { rows: [], items: Array.from({ length: depth }, () => null), printed: Array.from({ length: depth + 1 }, () => false), doubt: null, waiting: null }
  for (const { placed, theme } of rows) if (!placed.blank) followOne(state, placed, theme, using)
  state.items = []
  orphan(state, using)
  return state.rows
}

const followOne = (state: State, placed: Placed, theme: number, using: Following): void => {
  if (using.isUpdate && isRest(state, placed, using)) { joinRest(state, placed); return }
  const depth = using.habits.length - 1
  if (using.startsTheme(theme, state.rows.at(-1)?.theme)) state.items = state.items.map(() => null)
  const before = state.printed
  for (let level = 0; level < depth; level += 1) {
    const text = placed.levels[level]!
    if (text !== '') takeItem(state, level, text, using)
  }
  state.printed = placed.levels.map((l) => l !== '')
  orphan(state, using)
  if (isParentAlone(placed, using)) { state.waiting = { placed, items: state.items, theme }; return }
  state.waiting = null
  clearDoubt(state, placed)
  const drafts = draftsOf(state, placed, theme, using, before[depth]!)
  state.rows.push(...drafts)
  if (placed.doubt !== null) state.doubt = Math.min(placed.doubt, state.doubt ?? placed.doubt)
}

/** A parent that the next parent replaced before any row stood under it: its row may be lost, so it comes out as one that asks. */
const orphan = (state: State, using: Following): void => {
  const { waiting } = state
  if (waiting === null) return
  const own = waiting.items.findLast((i) => i !== null)
  if (own === undefined || state.items.includes(own)) return
  const { placed, items, theme } = waiting
  state.rows.push({ parents: [...items], milestone: using.isUpdate ? null : '', status: using.isUpdate ? '' : null, remark: placed.remark, source: placed.line.source, repaired: [...placed.repaired], unsure: [], review: [...placed.review, 'nothing stands under it'], theme })
  state.waiting = null
}

/** Characters: no item of a plan is longer, so what would make it longer is something else. */
const longest = 2000

/** A new item, the same one printed again, or more words of the one above. A new item has no items under it yet. */
const takeItem = (state: State, level: number, text: string, using: Following): void => {
  const { habits, names } = using
  const open = state.items[level]
  const told = open && state.printed[level] ? goingOn(open.text, text, level, using) : null
  const how = (using.wholeCells || open?.again) && (told === 'likely' || told === 'yes' && !startsLower(text)) ? null : told
  if (open && (how === 'same' || how === null && continuing(open.text, text, habits[level]!) === 'same')) { open.again = true; return }
  if (open && (how === 'yes' || how === 'likely')) {
    open.text = `${open.text} ${text}`
    open.repaired.add(`the ${names[level]} was printed over two rows or more`)
    if (how === 'likely') open.unsure.add(`the words "${short(text)}" seem to go on with the ${names[level]} above, but could be one of their own`)
    return
  }
  const item: Item = { text, repaired: new Set(), unsure: new Set() }
  if (how === 'lost' || how === null && lostStart(text, habits[level]!)) item.unsure.add(`the start of the ${names[level]} "${short(text)}" seems lost`)
  state.items = state.items.map((old, i) => (i < level ? old : i === level ? item : null))
}
/** As the words look; where that leaves a doubt, as the approved plan has them. */
const goingOn = (above: string, text: string, level: number, { habits, inPlan }: Following): Continuing => {
  const how = continuing(above, text, habits[level]!)
  if (how !== 'likely' && how !== 'no' || inPlan === null) return how
  const [joined, first, own] = [inPlan(`${above} ${text}`, level), inPlan(above, level), inPlan(text, level)]
  if (joined >= (how === 'no' ? sameWords : wellKnown) && joined > Math.max(first, own)) return 'yes'
  return own >= wellKnown && first > joined ? 'no' : how
}
/** How like an approved item words must be before they decide anything. */
const wellKnown = 0.8
const sameWords = 0.95
const short = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 40).trimEnd()}...`)

/** A row that prints a parent at or above the doubtful level ends the doubt. */
const clearDoubt = (state: State, placed: Placed): void => {
  const own = placed.levels.slice(0, -1).findIndex((l) => l !== '')
  if (state.doubt !== null && own !== -1 && own <= state.doubt) state.doubt = null
}

/** Nothing but parents: the rows under it come next. In an update a lone parent with a remark is a row of its own. */
const isParentAlone = (placed: Placed, using: Following): boolean =>
  placed.levels.at(-1) === '' && placed.lostLevels.length === 0 && (placed.remark ?? '') === '' && (placed.statuses ?? []).length === 0 && using.habits.length > 1
  && (using.isUpdate || placed.levels[placed.levels.length - 2] === '')

const isRest = (state: State, placed: Placed, { habits }: Following): boolean => {
  const above = state.rows.at(-1)
  if (above === undefined || placed.statuses === null || placed.statuses.length > 0 || placed.review.length > 0 || (above.remark ?? '').length > 5 * longest) return false
  const last = placed.levels.length - 1
  const goesOn = (text: string, over: string | null, level: number): boolean => text === '' || over !== null && over !== '' && over.length <= longest && continuing(over, text, habits[level]!) === 'yes'
  if (placed.levels.slice(0, last).some((l) => l !== '')) return false
  if (placed.levels[last] === '') return (placed.remark ?? '') !== ''
  return goesOn(placed.levels[last]!, above.milestone, last)
}

const runsOver = 'its words run over into the next row'
const joinRest = (state: State, placed: Placed): void => {
  const above = state.rows.at(-1)!
  const [words, remark] = [placed.levels.at(-1)!, placed.remark ?? '']
  if (above.repaired.at(-1) !== runsOver) above.repaired.push(runsOver)
  if (words !== '') above.milestone = `${above.milestone} ${words}`
  if (words !== '' && placed.lowest?.paragraphs[0]?.bullet) above.review.push('a dash or bullet stands before the words that go on: read as no words of its own')
  if (remark === '') return
  const doubtful = (above.remark ?? '') === '' || endsSentence(above.remark!) && !startsLower(remark)
  if (doubtful) above.review.push(`"${short(remark)}" in the next row has no words or status of its own: read as the end of this remark`)
  above.remark = [above.remark ?? '', remark].filter((t) => t !== '').join(' ')
}

const draftsOf = (state: State, placed: Placed, theme: number, using: Following, contiguous: boolean): Draft[] => {
  const draft = draftOf(state, placed, theme, using)
  const paragraphs = placed.lowest?.paragraphs ?? []
  if (!using.isUpdate) return planDrafts(draft, paragraphs)
  if (placed.statuses !== null && placed.statuses.length > 1) return parted(draft, placed, paragraphs)
  if (contiguous && paragraphs.length > 1 && startsLower(paragraphs[0]!.text)) takeTail(state.rows.at(-1), draft, paragraphs)
  else if (contiguous) flagSplitWords(state.rows.at(-1), draft, using)
  if (draft.milestone === '' && (draft.status ?? '') !== '') { draft.milestone = null; draft.review.push('a status but no words beside it') }
  if (draft.status === '') {
    draft.review.push('no status is printed')
    const above = contiguous && placed.levels.slice(0, -1).every((l) => l === '') ? state.rows.at(-1) : undefined
    if (above?.milestone && !endsSentence(above.milestone)) above.review.push('the next row has no status, and its words may belong to this one')
  }
  return [draft]
}

const draftOf = (state: State, placed: Placed, theme: number, using: Following): Draft => {
  const last = placed.levels.length - 1
  const review = [...placed.review]
  const unsure: string[] = placed.doubt === null ? [] : review.splice(0)
  state.items.forEach((item, level) => {
    if (item === null && !using.emptyLevels.has(level)) review.push(`no ${using.names[level]} is printed for it`)
  })
  if (state.doubt !== null) unsure.push('what it stands under was printed in a doubtful row above')
  const milestone = placed.lostLevels.includes(last) ? null : placed.levels[last]!
  return { parents: [...state.items], milestone, status: placed.statuses === null ? null : (placed.statuses[0] ?? ''), remark: placed.remark, source: placed.line.source, repaired: [...placed.repaired], unsure, review, theme, ...(placed.fields ? { fields: placed.fields } : {}) }
}

const planDrafts = (draft: Draft, paragraphs: readonly CellParagraph[]): Draft[] => {
  const { texts, doubt } = milestonesOf(paragraphs)
  if (texts.length === 0) return [draft]
  const unsure = doubt === null ? [] : [doubt]
  return texts.map((text) => ({ ...draft, parents: draft.parents, milestone: text, repaired: [...draft.repaired], unsure: [...draft.unsure], review: [...draft.review, ...unsure] }))
}

/** Two statuses in one cell: two rows that ran together. */
const parted = (draft: Draft, placed: Placed, paragraphs: readonly CellParagraph[]): Draft[] => {
  const statuses = placed.statuses!
  const { milestones, remarks, sure } = shareOut(paragraphs, draft.milestone ?? '', draft.remark ?? '', statuses.length)
  const why = `${statuses.length} rows were printed as one${milestones.includes(null) ? '; where one ends can\'t be said' : ''}${remarks.includes(null) ? '; whose the remark is can\'t be said' : ''}`
  return statuses.map((status, i) => ({ ...draft, milestone: milestones[i]!, status, remark: draft.remark === null ? null : remarks[i]!, repaired: [...draft.repaired, ...(sure ? [why] : [])], unsure: [...draft.unsure], review: [...draft.review, ...(sure ? [] : [why])] }))
}

/** "... by" / "recruiting advisers * Raise rates": the first words end the milestone above; the bullet is this row's. */
const takeTail = (above: Draft | undefined, draft: Draft, paragraphs: readonly CellParagraph[]): void => {
  if (above === undefined || above.milestone === null) return
  above.milestone = `${above.milestone} ${paragraphs[0]!.text}`
  draft.milestone = paragraphs.slice(1).map((p) => p.text).join(' ')
  above.repaired.push('its last words were printed in the next row')
  draft.repaired.push('its first words belong to the row above')
  shareRemark(above, draft)
}
const shareRemark = (above: Draft, draft: Draft): void => {
  if ((above.remark ?? '') === '' || endsSentence(above.remark!) || (draft.remark ?? '') === '') return
  const breaks = lostBreaks(draft.remark!)
  const why = 'the remark runs over two rows, and where it ends is a judgement'
  above.review.push(why)
  draft.review.push(why)
  if (breaks.length !== 1) { above.remark = null; draft.remark = null; return }
  above.remark = `${above.remark} ${draft.remark!.slice(0, breaks[0]).trim()}`
  draft.remark = draft.remark!.slice(breaks[0])
}

/** Words that go on from the row above although each row has a status: one of the two is wrong, and a person must say which. */
const flagSplitWords = (above: Draft | undefined, draft: Draft, { habits }: Following): void => {
  if (above === undefined || above.milestone === null || draft.milestone === null || draft.milestone === '') return
  const how = continuing(above.milestone, draft.milestone, habits.at(-1)!)
  if (how === 'yes' || how === 'lost') {
    const why = 'its words seem to go on over two rows that each have a status'
    draft.review.push(why)
    if (how === 'yes') above.review.push(why)
  }
  if (endsUnfinished(draft.milestone) && draft.status === '') draft.review.push('its words break off')
}
