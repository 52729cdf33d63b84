import { wordingChange } from './compare.ts'
import { pathKey } from './tree.ts'
import { changeKinds, type Change, type ChangeKind, type PlanRow } from './types.ts'
import { sameWording } from './wording.ts'

/** A row of a stored plan or update, and the item that it is about. `sure` false: the pairing awaits a person. */
export type ItemRow = { readonly item: number; readonly row: PlanRow; readonly sure: boolean }

const graded = (kinds: readonly ChangeKind[]): Pick<Change, 'kind' | 'also'> => {
  const [kind = 'unchanged', ...also] = changeKinds.filter((k) => kinds.includes(k))
  return { kind, also }
}

const words = (row: PlanRow): string => row.path.at(-1)?.text ?? ''

/** The change between two rows that are known to be about one item. */
const pairChange = (approved: ItemRow, reported: ItemRow): Change => {
  const { kinds, easier, words: changed } = wordingChange(words(approved.row), words(reported.row))
  const above = [approved, reported].map(({ row }) => pathKey(row.path.slice(0, -1)))
  return { ...graded([...kinds, ...(sameWording(above[0]!, above[1]!) ? [] : ['moved' as const])]), approved: [approved.row], reported: [reported.row], easier, sure: reported.sure, words: changed }
}

const alone = (kind: 'added' | 'not reported' | 'dropped', { row, sure }: ItemRow): Change => ({
  kind, also: [], approved: kind === 'added' ? [] : [row], reported: kind === 'added' ? [row] : [], easier: null, sure,
  words: [{ op: kind === 'added' ? 'new' : kind === 'dropped' ? 'gone' : 'same', text: words(row) }],
})

/**
 * A comparison by words put right by what is known: rows about one item are a pair, however little alike their words, and rows of two items
 * are none, however like. Splits, merges and changes of headings stay as compared. `absent` is what an item that the update lacks is called.
 */
export const settled = (changes: readonly Change[], approved: readonly ItemRow[], reported: readonly ItemRow[], absent: 'not reported' | 'dropped'): Change[] => {
  const [before, after] = [new Map(approved.map((a) => [a.row, a])), new Map(reported.map((r) => [r.row, r]))]
  const [approvedOf, reportedOf] = [new Map(approved.map((a) => [a.item, a])), new Map(reported.map((r) => [r.item, r]))]
  const told = new Set<PlanRow>()
  const right = (c: Change): Change[] => {
    const [a, r] = [before.get(c.approved[0]!), after.get(c.reported[0]!)]
    if (c.approved.length > 1 || c.reported.length > 1 || (a === undefined && r === undefined)) return [c]
    const again: Change[] = []
    for (const known of [r, a === undefined ? undefined : reportedOf.get(a.item)]) {
      if (known === undefined || told.has(known.row)) continue
      told.add(known.row)
      const own = approvedOf.get(known.item)
      again.push(own !== undefined && own === a && c.reported[0] === known.row ? { ...c, sure: known.sure } : own === undefined ? alone('added', known) : pairChange(own, known))
    }
    if (a !== undefined && !reportedOf.has(a.item)) again.push(r === undefined ? c : alone(absent, a))
    return again
  }
  return changes.flatMap(right)
}
