import { readFileSync } from 'node:fs'

/** A milestone of the made-up council with what its officers said each quarter. */
export type Milestone = { readonly text: string; readonly statuses: readonly (string | null)[]; readonly remarks: readonly string[]; readonly later: readonly { readonly from: number; readonly text: string }[] }
export type Deliverable = { readonly text: string; readonly milestones: readonly Milestone[] }
export type Objective = { readonly text: string; readonly deliverables: readonly Deliverable[] }
export type Theme = { readonly text: string; readonly objectives: readonly Objective[] }

const words: Readonly<Record<string, string>> = { b: 'Complete', g: 'On track', a: 'At risk', r: 'Off track', n: 'Not due', p: 'Paused', s: 'Stopped', l: '' }

/** Four letters, one a quarter; "stop": stopped by a decision in the second quarter; "xdrop": reported once, then never again. */
const statusesOf = (code: string): (string | null)[] => {
  if (code === 'stop') return ['On track', 'Stopped', 'Stopped', 'Stopped']
  if (code.endsWith('drop')) return [words[code[0]!]!, null, null, null]
  return code.split('').map((letter) => words[letter] ?? null)
}

const milestoneOf = (line: string): Milestone => {
  const [text = '', code = '', ...notes] = line.split('|').map((part) => part.trim())
  const statuses = statusesOf(code)
  const said = notes.filter((n) => /^Q\d:/.test(n)).join(' ').split(/(?=Q\d: )/)
  const done = statuses.indexOf('Complete')
  const remarks = [1, 2, 3, 4].map((q) => said.find((s) => s.startsWith(`Q${q}: `))?.slice(4).trim() ?? (done >= 0 && done < q ? `Completed in Quarter ${done + 1}.` : ''))
  const later = notes.flatMap((n) => { const m = /^target Q(\d): (.+)$/.exec(n); return m ? [{ from: Number(m[1]), text: m[2]! }] : [] })
  return { text, statuses, remarks, later }
}

/** Reads a plan of demo/: "#" theme, "##" objective, "###" deliverable, "-" milestone. */
export const readSource = (file: URL): readonly Theme[] => {
  const themes: { text: string; objectives: { text: string; deliverables: { text: string; milestones: Milestone[] }[] }[] }[] = []
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, mark, text = ''] = /^(#{1,3}|-) (.+)$/.exec(line) ?? []
    if (mark === '#') themes.push({ text, objectives: [] })
    else if (mark === '##') themes.at(-1)!.objectives.push({ text, deliverables: [] })
    else if (mark === '###') themes.at(-1)!.objectives.at(-1)!.deliverables.push({ text, milestones: [] })
    else if (mark === '-') themes.at(-1)!.objectives.at(-1)!.deliverables.at(-1)!.milestones.push(milestoneOf(text))
  }
  return themes
}

/** The wording that a quarter's update prints; officers softened some targets on the way. */
export const wordingIn = (milestone: Milestone, quarter: number): string => milestone.later.filter((l) => l.from <= quarter).at(-1)?.text ?? milestone.text
