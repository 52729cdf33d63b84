/** A pair that could be, by its places on either side, and how good it would be (above 0). */
export type Candidate = { readonly a: number; readonly b: number; readonly score: number }

/** Components larger than this are paired best first: the exact way costs the cube of their size. */
const largest = 400

const groupsOf = (candidates: readonly Candidate[]): Candidate[][] => {
  const root = new Map<string, string>()
  const find = (x: string): string => { let r = x; while ((root.get(r) ?? r) !== r) r = root.get(r)!; root.set(x, r); return r }
  for (const { a, b } of candidates) root.set(find(`a${a}`), find(`b${b}`))
  const groups = new Map<string, Candidate[]>()
  for (const c of candidates) { const r = find(`a${c.a}`); const g = groups.get(r); if (g) g.push(c); else groups.set(r, [c]) }
  return [...groups.values()]
}

const bestFirst = (group: readonly Candidate[]): Candidate[] => {
  const [usedA, usedB] = [new Set<number>(), new Set<number>()]
  return [...group].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b).filter(({ a, b }) => {
    if (usedA.has(a) || usedB.has(b)) return false
    usedA.add(a); usedB.add(b)
    return true
  })
}

/** The columns that give the least total cost, a row at a time (the Hungarian method with potentials); rows must not outnumber columns. */
const cheapest = (cost: readonly (readonly number[])[], columns: number): number[] => {
  const rows = cost.length
  const [u, v, rowOf, way] = [new Float64Array(rows + 1), new Float64Array(columns + 1), new Int32Array(columns + 1), new Int32Array(columns + 1)]
  for (let i = 1; i <= rows; i += 1) {
    rowOf[0] = i
    let j0 = 0
    const slack = new Float64Array(columns + 1).fill(Infinity)
    const used = new Uint8Array(columns + 1)
    do {
      used[j0] = 1
      let [delta, j1] = [Infinity, 0]
      for (let j = 1; j <= columns; j += 1) {
        if (used[j]) continue
        const reduced = cost[rowOf[j0]! - 1]![j - 1]! - u[rowOf[j0]!]! - v[j]!
        if (reduced < slack[j]!) { slack[j] = reduced; way[j] = j0 }
        if (slack[j]! < delta) { delta = slack[j]!; j1 = j }
      }
      for (let j = 0; j <= columns; j += 1)
        if (used[j]) { u[rowOf[j]!]! += delta; v[j]! -= delta } else slack[j]! -= delta
      j0 = j1
    } while (rowOf[j0] !== 0)
    while (j0 !== 0) { rowOf[j0] = rowOf[way[j0]!]!; j0 = way[j0]! }
  }
  const chosen: number[] = Array.from({ length: rows }, () => -1)
  for (let j = 1; j <= columns; j += 1) if (rowOf[j]! > 0) chosen[rowOf[j]! - 1] = j - 1
  return chosen
}

const assignGroup = (group: readonly Candidate[]): Candidate[] => {
  if (group.length === 1) return [...group]
  const [as, bs] = [[...new Set(group.map((c) => c.a))], [...new Set(group.map((c) => c.b))]]
  if (Math.max(as.length, bs.length) > largest) return bestFirst(group)
  const [rowAt, columnAt] = [new Map(as.map((a, i) => [a, i])), new Map(bs.map((b, j) => [b, j]))]
  const columns = bs.length + as.length
  const cost = as.map(() => Array.from({ length: columns }, () => 0))
  const held = new Map<string, Candidate>()
  for (const c of group) { cost[rowAt.get(c.a)!]![columnAt.get(c.b)!] = -c.score; held.set(`${c.a},${c.b}`, c) }
  return cheapest(cost, columns).flatMap((j, i) => (j < 0 || j >= bs.length ? [] : [held.get(`${as[i]!},${bs[j]!}`)].filter((c) => c !== undefined)))
}

/** Of all pairs that could be, those that together score most, each item in one pair at most. */
export const bestAssignment = (candidates: readonly Candidate[]): Candidate[] => groupsOf(candidates.filter((c) => c.score > 0)).flatMap(assignGroup)
