import { collapse } from '../kit/words.ts'
import { lastWords } from './earlier-words.ts'
import { rowsOf } from './rows.ts'
import { entryOf } from './themes.ts'
import type { Snapshot } from './types.ts'

/** The words that a report repeats as the plan and the update have them: wording, statuses, remarks. A fault in them is mended where they came from. */
export const quotesOf = (snapshot: Snapshot): ReadonlySet<string> => new Set([
  ...snapshot.items.map((i) => i.text),
  ...rowsOf(snapshot).flatMap((r) => [r.remark, r.code ?? '', entryOf(r).where]),
  ...(snapshot.earlier?.notContinued ?? []).map((n) => `${n.text} (${lastWords(n)})`),
  ...snapshot.changes.flatMap((c) => [...c.approved, ...c.reported].map((r) => r.milestone ?? r.path.at(-1)?.text ?? '')),
].map(collapse).filter((text) => text !== ''))
