import { basename } from 'node:path'
import type { PaperBlock, PaperContent, PaperText, RecognisedTable } from '../../types.ts'
import { draftOf, rowOf, type Draft } from './draft.ts'
import { isMeasureLabel, joinOver, startsLow } from './parts.ts'

const promiseLabel = /^(?:to (?:do|achieve) this,? )?(?:we|the council|the partnership|our partnership) will:?$/i

type Section = { readonly heading: PaperText; readonly actions: Draft[]; readonly measures: Draft[]; readonly used: PaperBlock[] }

/** A strategy's "We will:" lists under its priorities, with the measures that follow each: at least two such sections make a plan. */
export const recogniseLists = (content: PaperContent, blocks: readonly PaperBlock[]): { tables: RecognisedTable[]; taken: PaperBlock[] } => {
  const sections = sectionsIn(blocks)
  if (sections.length < 2) return { tables: [], taken: [] }
  const drafts = sections.flatMap((s) => [...s.actions, ...s.measures])
  const first = blocks.indexOf(sections[0]!.used[0]!)
  const title = blocks.slice(0, first).findLast((b): b is PaperText => b.kind === 'text' && b.style === 'heading' && /\b(?:strategy|plan|priorities)\b/i.test(b.text) && !b.text.endsWith(':'))
  const table: RecognisedTable = {
    kind: 'actions', title: title?.text ?? content.title ?? basename(content.file), period: null, columns: [], source: drafts[0]!.source,
    rows: drafts.map((d) => rowOf(d, new Set(['action', 'target']), { action: 'We will', step: 'Step', measure: 'Measure' })),
  }
  return { tables: [table], taken: sections.flatMap((s) => s.used) }
}

const sectionsIn = (blocks: readonly PaperBlock[]): Section[] => {
  const sections: Section[] = []
  let heading: PaperText | null = null
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i]!
    if (block.kind !== 'text') continue
    if (block.style === 'heading' && !promiseLabel.test(block.text) && !isMeasureLabel(block.text)) heading = block
    if (!promiseLabel.test(block.text) || heading === null) continue
    const actions = listAfter(blocks, i + 1)
    const label = blocks[actions.end]
    const measures = label?.kind === 'text' && isMeasureLabel(label.text) ? listAfter(blocks, actions.end + 1) : null
    if (actions.items.length < 2) continue
    const over = [{ level: 'Priority', text: heading.text }]
    sections.push({
      heading, used: [block, ...actions.used, ...(measures ? [label!, ...measures.used] : [])],
      actions: actions.items.map((t) => draftOf({ kind: 'action', over, text: t.text, source: t.source, review: t.review })),
      measures: (measures?.items ?? []).map((t) => draftOf({ kind: 'measure', over, text: t.text, source: t.source, review: t.review })),
    })
  }
  return sections
}

type Listed = { text: string; readonly source: PaperText['source']; readonly review: string[] }
/** A note under a list, whose star reads as a bullet. */
const isFootnote = (text: string): boolean => /^(?:please )?note\b/i.test(text) || (text.length > 300 && (text.match(/[.!?]\s+\p{Lu}/gu) ?? []).length >= 2)

/** The list that starts at a block; a small-lettered line after an item goes on with it. */
const listAfter = (blocks: readonly PaperBlock[], from: number): { items: Listed[]; used: PaperBlock[]; end: number } => {
  const [items, used]: [Listed[], PaperBlock[]] = [[], []]
  let end = from
  for (; end < blocks.length; end += 1) {
    const b = blocks[end]!
    if (b.kind !== 'text') break
    const last = items.at(-1)
    if (b.style === 'list') items.push({ text: b.text, source: b.source, review: [] })
    else if (/^[-–•*]?$/.test(b.text)) { used.push(b); continue }
    else if (last !== undefined && startsLow(b.text) && !isMeasureLabel(b.text)) last.text = joinOver(last.text, b.text).text
    else break
    used.push(b)
  }
  const own = items.filter((i) => !/^[-–•*]?$/.test(i.text) && !isFootnote(i.text))
  return { items: own, used, end }
}
