import type { Source } from '../../../kit/source.ts'
import type { Step } from '../../../plans/index.ts'
import type { PaperCell } from '../../types.ts'
import { datesIn, dueOf } from './due.ts'
import { continueCell, continueText, draftOf, flag, otherRoles, type Draft, type OtherRole } from './draft.ts'
import type { Columns } from './headings.ts'
import { isCutOff, isEnded, isMeasureLabel, isRef, isWholeNumber, joinOver, piecesIn, splitRef, startsLow, type Piece } from './parts.ts'

/** The state of reading one action table: its rows so far, and where in the plan it stands. */
export type Reading = { drafts: Draft[]; section: Step[]; sectionLevel: string; fresh: boolean; numbered: boolean; action: Draft | null; step: Draft | null; sectionDoubt: string | null; readonly even: boolean }
/** `numbered`: the paper numbers its actions. `even`: its rows have as many cells as their heading, so that another number is a loss. */
export const newReading = (numbered: boolean, even: boolean): Reading => ({ even, drafts: [], section: [], sectionLevel: 'Section', fresh: false, numbered, action: null, step: null, sectionDoubt: null })

/** A section begins: what follows stands under it. */
export const beginSection = (r: Reading, text: string, level = r.sectionLevel): void => {
  Object.assign(r, { section: [{ level, text }], sectionLevel: level, fresh: true, action: null, step: null, sectionDoubt: null })
}

type Line = { readonly cells: readonly PaperCell[]; readonly own: PaperCell; readonly ref: string; readonly others: Partial<Record<OtherRole, string[]>>; readonly section: string; readonly step: PaperCell | null; readonly source: Source; readonly firstOfPiece: boolean; readonly overPage: boolean; readonly empty: boolean }

const words = (cell: PaperCell | undefined): string[] => (cell === undefined || cell.covered !== null ? [] : cell.paragraphs.map((p) => p.text).filter((t) => t !== ''))
/** The same, with what a cell merged over several actions says of each of them. */
const wordsOver = (cell: PaperCell | undefined): string[] => words(cell?.covered === 'above' ? { ...cell, covered: null } : cell)

/** A row whose first cell is only a reference, under a heading that has no column for it, stands one to the right. */
const unshifted = (cells: readonly PaperCell[], { roles, headings }: Columns): { ref: string; cells: readonly PaperCell[] } => {
  const first = cells[0]?.text ?? ''
  const spare = headings.at(-1) === '' || cells.length > headings.length
  return roles[0] === 'action' && spare && first !== '' && isRef(first) && (cells[1]?.text ?? '') !== '' ? { ref: first, cells: cells.slice(1) } : { ref: '', cells }
}

/** In an even table a row with one cell too many and nothing in its first stands one to the right. */
const movedRight = (r: Reading, row: readonly PaperCell[], { headings }: Columns): boolean =>
  r.even && row.length === headings.length + 1 && row[0]!.text === '' && (row[1]?.text ?? '') !== ''

const lineOf = (row: readonly PaperCell[], columns: Columns, firstOfPiece: boolean, overPage: boolean): Line => {
  const { ref, cells } = unshifted(row, columns)
  const at = (role: Columns['roles'][number]): PaperCell | undefined => { const i = columns.roles.indexOf(role); return i < 0 ? undefined : cells[i] }
  const own = at('action') ?? cells[0]!
  const others = Object.fromEntries(otherRoles.flatMap((role) => { const w = own.covered === 'above' && (at('step')?.text ?? '') === '' ? words(at(role)) : wordsOver(at(role)); return w.length > 0 ? [[role, w]] : [] })) as Line['others']
  const empty = cells.every((c) => c.text === '')
  return { cells, own, ref: ref || (words(at('ref'))[0] ?? ''), others, section: wordsOver(at('section')).join(' '), step: at('step') ?? null, source: own.source, firstOfPiece, overPage, empty }
}

const onlyOwn = (line: Line): boolean => Object.keys(line.others).length === 0
const sectionLabel = /^(?:\w+ )?(recommendation|priority|theme|objective|outcome|aim|goal|section|standard|improvement area|area(?: (?:of|for) \w+)?|workstream|strand|domain|finding)s?\s*(?:no\.? ?)?[\dA-Z]{1,3}\b[:.)–-]?/i

/** The level that a heading names of itself ("Recommendation 7 ..."), else null. */
export const levelNamed = (text: string): string | null => { const m = sectionLabel.exec(text); return m === null ? null : m[1]!.replace(/^./, (c) => c.toUpperCase()) }

/** The words of a row that has one cell only: merged across it, or in a column that is not the actions' own; else null. */
const alone = (row: readonly PaperCell[], { roles }: Columns): string | null => {
  const filled = row.filter((c) => c.text !== '' && c.covered === null)
  const only = filled.length === 1 ? filled[0]! : null
  if (only === null || row.length < 2 || isRef(only.text)) return null
  const merged = row.every((c) => c === only || c.covered === 'left')
  return merged || (row.indexOf(only) < roles.indexOf('action') && roles[row.indexOf(only)] !== 'section') ? only.text : null
}

/** Whether a row is a heading over actions: its words alone in the row, numbered as a section or set apart by the layout. */
const isSection = (r: Reading, line: Line): boolean => {
  const text = line.own.text
  if (!onlyOwn(line) || text === '' || line.ref !== '' && !isWholeNumber(line.ref)) return false
  const { ref } = splitRef(text)
  if (ref !== null) return isWholeNumber(ref)
  if (levelNamed(text) !== null) return true
  return !r.numbered && (line.own.bold || line.own.fill !== null && line.cells.every((c) => c.fill === line.own.fill)) && !startsLow(text)
}

/** Whether a row goes on with the one above: nothing of its own begins in it. */
const goesOn = (r: Reading, line: Line, pieces: readonly Piece[]): boolean => {
  const last = r.step ?? r.action
  if (last === null || line.ref !== '') return false
  const first = pieces[0]
  if (first === undefined) return true
  if (first.kind === 'step' || splitRef(first.text).ref !== null) return false
  if (r.numbered) return line.firstOfPiece || line.others.due === undefined || line.others.leads === undefined
  const own = onlyOwn(line) || line.others.due === undefined
  return isCutOff(last.text) || startsLow(first.text) && !isEnded(last.text) || startsLow(first.text) && own
}

/** Why the cells of a row can't stand where their headings say; null where they may. */
const misplaced = (r: Reading, line: Line, row: readonly PaperCell[], columns: Columns): string | null => {
  const extra = line.ref === '' && row.slice(columns.headings.length).some((c) => c.text !== '')
  if (extra || (r.even && row.length !== columns.headings.length)) return 'it has not as many cells as its table has headings: they may stand in the wrong columns'
  const [leads, due] = [line.others.leads?.join(' ') ?? '', line.others.due?.join(' ') ?? '']
  if (leads !== '' && leads.length < 40 && dueOf(leads).from !== null) return 'a date stands where somebody should lead: its cells may have moved'
  if (startsLow(leads) && !isEnded(line.own.text) && !/\b(?:all|each|service|team)\b/.test(leads)) return 'the words of a cell are broken over the next one'
  const sentence = due.split(' ').length > 12 && dueOf(due).from === null
  return sentence ? 'words stand where a date should: its cells may have moved' : null
}

/** Keeps a row's words and its doubt; what stands beside them is not guessed. */
const doubtAll = (draft: Draft, why: string): void => { flag(draft, why); draft.doubtful = true; for (const role of otherRoles) draft.cells[role] = null }

/** Reads a row whose cells moved. */
const readMisplaced = (r: Reading, line: Line, pieces: readonly Piece[], why: string): void => {
  const last = r.step ?? r.action
  const before = r.drafts.length
  if (pieces.length === 0 || goesOn(r, line, pieces)) {
    if (last === null) return
    if (pieces.length > 0) continueText(last, line.own.text, line.overPage)
    for (const d of new Set([last, r.action ?? last])) doubtAll(d, `a row that goes on with it: ${why}`)
    return
  }
  if (pieces[0]!.kind === 'step' && r.action !== null) {
    addSteps(r, { ...line, others: {} }, pieces)
    flag(r.action, `one of its steps: ${why}`)
  }
  else beginAction(r, { ...line, others: {} }, pieces)
  for (const draft of r.drafts.slice(before)) doubtAll(draft, why)
}

/** Reads one row of an action table into the drafts. */
export const readLine = (r: Reading, printed: readonly PaperCell[], columns: Columns, firstOfPiece: boolean, overPage: boolean): void => {
  const right = movedRight(r, printed, columns)
  const row = right ? printed.slice(1) : printed
  const before = r.drafts.length
  readRow(r, row, columns, firstOfPiece, overPage)
  if (right) for (const d of r.drafts.slice(before)) d.repaired.push('its row stood one cell to the right')
}

const readRow = (r: Reading, row: readonly PaperCell[], columns: Columns, firstOfPiece: boolean, overPage: boolean): void => {
  const heading = alone(row, columns)
  if (heading !== null) return beginSection(r, heading, levelNamed(heading) ?? r.sectionLevel)
  const line = lineOf(row, columns, firstOfPiece, overPage)
  if (line.empty) return
  if (line.section !== '' && line.section !== r.section.at(-1)?.text) beginSection(r, line.section, columns.headings[columns.roles.indexOf('section')])
  const pieces = line.own.covered === null ? piecesIn(line.own, r.numbered) : []
  if (isSection(r, line)) return beginSection(r, piecesIn(line.own, true).map((p) => p.text).join(' '), levelNamed(line.own.text) ?? r.sectionLevel)
  if (r.fresh && r.action === null && onlyOwn(line) && /^\(?[a-z][.)]\s/.test(line.own.text)) { r.section = [r.section[0]!, { level: 'Part', text: line.own.text }]; return }
  if (onlyOwn(line) && isMeasureLabel(line.own.text)) return
  const moved = misplaced(r, line, row, columns)
  if (moved !== null) return readMisplaced(r, line, pieces, moved)
  if (line.step !== null && line.step.text !== '') return stepsBeside(r, line, line.step, pieces)
  if (goesOn(r, line, pieces)) return goOn(r, line, pieces)
  r.fresh = false
  if (pieces[0]?.kind === 'step' && r.action !== null && (r.numbered || pieces[0].ref !== null)) return addSteps(r, line, pieces)
  beginAction(r, line, pieces)
  const at = columns.roles.indexOf('section')
  if (at >= 0 && r.section.length === 0 && r.action !== null) flag(r.action, `no "${columns.headings[at]!}" is printed for it`)
}

/** A row of a table that has a column of steps: its action, where a new one begins, and the steps beside it with what stands beside them. */
const stepsBeside = (r: Reading, line: Line, cell: PaperCell, pieces: readonly Piece[]): void => {
  if (pieces.length > 0 && pieces[0]!.text !== r.action?.text) beginAction(r, { ...line, others: {} }, pieces.map((p) => ({ ...p, kind: 'words' })))
  if (r.action === null) return
  const steps = piecesIn(cell, false).map((p) => draftOf({ kind: 'step', over: r.section, text: p.text, ref: p.ref, action: r.action, source: line.source }))
  besides(r, line, steps)
  r.drafts.push(...steps)
  r.step = steps.at(-1) ?? null
}

const goOn = (r: Reading, line: Line, pieces: readonly Piece[]): void => {
  const last = (r.step ?? r.action)!
  const first = pieces[0]
  const steps = pieces.some((p) => p.kind === 'step') && r.action !== null && !(r.step !== null && pieces.length === 2 && onlyOwn(line))
  if (steps && first!.kind === 'words' && !startsLow(first!.text) && !isCutOff(last.text)) return addSteps(r, line, pieces)
  if (first !== undefined) continueText(last, steps ? first.text : line.own.text, line.overPage)
  for (const role of otherRoles) if (line.others[role]) continueCell(role in last.cells || r.action === null ? last : r.action, role, line.others[role], line.overPage)
  if (steps) addSteps(r, { ...line, others: {} }, pieces.slice(1))
}

const beginAction = (r: Reading, line: Line, pieces: readonly Piece[]): void => {
  const [first, ...rest] = pieces
  if (first === undefined) return
  const bullets = first.kind === 'step'
  const several = bullets && rest.some((p) => p.kind === 'step')
  const { ref, words: text } = bullets ? { ref: first.ref, words: first.text } : splitRef(first.text)
  const draft = draftOf({ kind: 'action', over: r.section, text, ref: line.ref || ref, source: line.source })
  r.action = draft
  r.step = null
  r.drafts.push(draft)
  if (several) return besides(r, line, [draft, ...rest.map((p) => { const d = draftOf({ kind: 'action', over: r.section, text: p.text, ref: p.ref, source: line.source }); r.drafts.push(d); r.action = d; return d })])
  doubts(draft, line, r)
  if (r.sectionDoubt !== null) flag(draft, r.sectionDoubt)
  const more = rest.findIndex((p) => p.kind === 'step')
  for (const p of more < 0 ? rest : rest.slice(0, more)) draft.text = `${draft.text} ${p.text}`
  if (more < 0) for (const role of otherRoles) { if (line.others[role]) draft.cells[role] = [...line.others[role]] }
  else addSteps(r, line, rest.slice(more), draft)
}

const doubts = (draft: Draft, line: Line, r: Reading): void => {
  if (startsLow(draft.text) && !r.numbered) flag(draft, 'its first letters may be lost, or it goes on with the row above')
  if (onlyOwn(line) && line.firstOfPiece && !r.numbered && r.drafts.length > 1) flag(draft, 'it stands alone in its row after a break: it may go on with the row above')
  if (isCutOff(draft.text) && line.others.due === undefined && line.cells.length > 2) flag(draft, 'its words may be cut off')
}

/** Several actions in one cell share what stands beside them, unless each has a line of its own there. */
const besides = (r: Reading, line: Line, drafts: readonly Draft[]): void => {
  for (const role of otherRoles) {
    const lines = line.others[role]
    if (lines) drafts.forEach((d, i) => { d.cells[role] = lines.length === drafts.length ? [lines[i]!] : [...lines] })
  }
  r.step = null
}

/** Steps under an action. What stands beside them is theirs where each has its own line; else it is the action's, and the doubt is said. */
const addSteps = (r: Reading, line: Line, pieces: readonly Piece[], action: Draft | null = null): void => {
  const owner = r.action!
  let label: string | null = null
  const steps: Draft[] = []
  for (const p of pieces) {
    if (p.kind === 'words') { label = p.text; continue }
    const d = draftOf({ kind: 'step', over: owner.over, label, text: p.text, ref: p.ref, action: owner, source: line.source })
    if (isCutOff(p.text) && !line.firstOfPiece && action === null) flag(d, 'its words may be cut off')
    steps.push(d)
  }
  for (const role of otherRoles) if (line.others[role]) giveCell(role, line.others[role], { owner, steps, own: action !== null, overPage: line.overPage })
  r.drafts.push(...steps)
  r.step = steps.at(-1) ?? r.step
}

type Given = { readonly owner: Draft; readonly steps: readonly Draft[]; readonly own: boolean; readonly overPage: boolean }
/** Cells that speak of an action as a whole, whoever's row they stand in. */
const ofTheWhole: ReadonlySet<OtherRole> = new Set(['leads', 'people', 'capacity', 'target'])

const giveCell = (role: OtherRole, lines: readonly string[], { owner, steps, own, overPage }: Given): void => {
  const ofTheAction = role === 'due' ? lines.length === 1 && (steps.length === 1 || datesIn(lines[0]!) <= 1) : ofTheWhole.has(role) || lines.length !== steps.length
  if (own && ofTheAction) { owner.cells[role] = [...lines]; return }
  if (!own && goesOnWith(owner.cells[role], lines[0]!)) { continueCell(owner, role, lines, overPage); return }
  if (lines.length === steps.length) { steps.forEach((s, i) => { s.cells[role] = [lines[i]!] }); return }
  if (!own && role === 'due' && lines.length === 1) { for (const s of steps) { s.cells[role] = [...lines]; flag(s, 'one date stands beside several steps') } return }
  continueCell(owner, role, lines, overPage)
  if (ofTheWhole.has(role)) return
  flag(owner, `"${lines.join(' ')}" stands beside several steps and may be of one of them`)
  for (const s of steps) { s.cells[role] = null; flag(s, `what stands beside several steps under "${role}" can't be told apart: it is given with the action`) }
}
const goesOnWith = (cell: string[] | null | undefined, text: string): boolean => {
  const last = cell?.at(-1) ?? ''
  return last !== '' && (joinOver(last, text).repeated !== null || (startsLow(text) && !isEnded(last)))
}
