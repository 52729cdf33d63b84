import type { Status, Vocabulary } from '../progress/index.ts'
import { column, words, type Block } from './document.ts'
import { markOf } from './wording.ts'

/** A status of the key in words: what it means, and in full with whether it counts. Two texts, so that a reader of the key finds the meaning by itself. */
export const keyWords = (s: Status): readonly [means: string, inFull: string] => {
  const counted = s.kind === 'complete' || s.kind === 'on track' ? 'Counted as met in the headline.' : s.counts ? 'Counted in the headline.' : 'Not counted in the headline.'
  const full = s.meaning === s.name ? '' : /[.!?]$/.test(s.meaning) || s.meaning === '' ? s.meaning : `${s.meaning}.`
  return [s.name, [full, counted].filter(Boolean).join(' ')]
}
export const keyHeadings = ['Status', 'Meaning', 'In full'] as const

/** The key as a table; nothing where the vocabulary is empty. */
export const keyTable = ({ statuses }: Vocabulary): Block[] => statuses.length === 0 ? [] : [{
  kind: 'table', caption: 'Key to statuses', rowHeadings: false, totalRow: false, width: 70, columns: [column(keyHeadings[0], 15), column(keyHeadings[1], 20), column(keyHeadings[2], 65)],
  rows: statuses.map((s) => { const [means, inFull] = keyWords(s); return [{ kind: 'status', status: markOf(s), shown: 'code' }, words(means), words(inFull)] }),
}]
