import { key, milestones, themes } from '../layouts/plan.mjs'
import type { Answer } from './accuracy.ts'

/** A paper as text with the rows that a person reads from it. */
export type TextPaper = { readonly name: string; readonly text: string; readonly rows: readonly Answer[] }
type Milestone = (typeof milestones)[number]
export type Page = { readonly lines: string[]; readonly rows: Answer[] }

export const newPage = (): Page => ({ lines: [], rows: [] })
export const put = (page: Page, ...cells: readonly string[]): void => { page.lines.push(cells.join('\t')) }
export const putRow = (page: Page, m: Milestone, cells: readonly string[], change: Partial<Answer> = {}): void => {
  page.lines.push(cells.join('\t'))
  page.rows.push({ line: page.lines.length, theme: m.theme, objective: m.objective, deliverable: m.deliverable, milestone: m.milestone, status: m.status, remark: m.remark, ...change })
}
export const paperOf = (name: string, { lines, rows }: Page): TextPaper => ({ name, text: `${lines.join('\n')}\n`, rows })

/** The milestones of each theme with what is printed of their parents when they are carried down. */
export const byTheme = (): { theme: string; promise: string; rows: (Milestone & { shown: { objective: string; deliverable: string } })[] }[] => themes.map(([theme, promise]) => {
  const of = milestones.filter((m) => m.theme === theme)
  return { theme, promise, rows: of.map((m, i) => ({ ...m, shown: { objective: of[i - 1]?.objective === m.objective ? '' : m.objective, deliverable: of[i - 1]?.deliverable === m.deliverable ? '' : m.deliverable } })) }
})

export const title = 'Averling delivery plan 2031/32: progress at Quarter 2'
export const headings = ['Objective', 'This year we will', 'Milestone', 'RAG', 'Remarks'] as const

/** The plain layout that mutations start from: a table a theme, parents carried down, the key at the end. */
export const plainPaper = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, ...headings)
    for (const m of rows) putRow(page, m, [m.shown.objective, m.shown.deliverable, m.milestone, m.status, m.remark])
    page.lines.push('')
  }
  put(page, 'Key', '', '')
  put(page, ...key.map(([colour, meaning]) => `${colour} - ${meaning}`))
  return paperOf('plain', page)
}
