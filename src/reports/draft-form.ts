import { parseDay } from '../kit/day.ts'
import { namedFigures } from './facts.ts'
import { problemsIn } from './prose.ts'
import { rowsOf, themesOf } from './rows.ts'
import type { Narrative, ReportHeader, Snapshot } from './types.ts'

/** The report's words as a form holds them: a text for each field. */
export type DraftSaid = Readonly<Record<string, string>>
export type DraftProblem = { readonly field: string; readonly message: string }
export type DraftRead = { readonly header: ReportHeader; readonly narrative: readonly Narrative[]; readonly problems: readonly DraftProblem[] }

/** Fields of one line in the order of a Cabinet report's header, with what stands beside them. */
export const lineFields = [
  ['title', 'Title of the report'], ['meeting', 'Meeting'], ['date', 'Date of the meeting'], ['member', 'Cabinet member'], ['author', 'Report author'], ['classification', 'Classification'], ['decision', 'Decision type'], ['wards', 'Wards affected'],
] as const
type LineField = (typeof lineFields)[number][0]

/** Fields of prose on themes: the first is the opening. */
export const proseFields = (snapshot: Snapshot): { readonly field: string; readonly theme: string | null }[] =>
  [{ field: 'opening', theme: null }, ...themesOf(snapshot, rowsOf(snapshot)).filter((t) => t.name !== '').map((t, i) => ({ field: `theme-${i + 1}`, theme: t.name }))]

/** What is saved, as the form shows it. */
export const saidIn = (snapshot: Snapshot): DraftSaid => {
  const { header, narrative } = snapshot
  return {
    ...Object.fromEntries(lineFields.map(([name]) => [name, header[name] ?? ''])), purpose: header.purpose ?? '', recommendations: (header.recommendations ?? []).join('\n'),
    glossary: Object.entries(header.glossary ?? {}).map(([term, meaning]) => `${term}: ${meaning}`).join('\n'),
    ...Object.fromEntries(proseFields(snapshot).map(({ field, theme }) => [field, narrative.find((n) => n.theme === theme)?.text ?? ''])),
  }
}

const lines = (text: string | undefined): string[] => (text ?? '').split('\n').map((l) => l.trim()).filter(Boolean)

const glossaryOf = (text: string | undefined): { glossary: Record<string, string>; problems: DraftProblem[] } => {
  const read = lines(text).map((line) => ({ line, parts: /^([^:]+):\s*(.+)$/.exec(line) }))
  return {
    glossary: Object.fromEntries(read.flatMap(({ parts }) => (parts ? [[parts[1]!.trim(), parts[2]!.trim()]] : []))),
    problems: read.flatMap(({ line, parts }) => (parts ? [] : [{ field: 'glossary', message: `Terms: write “${line}” as term, colon, meaning.` }])),
  }
}

/** Header and prose of a form, with everything that keeps them out of the report. */
export const readDraft = (said: DraftSaid, snapshot: Snapshot): DraftRead => {
  const date = parseDay(said['date'] ?? '')
  const dateProblem = (said['date'] ?? '') !== '' && date === null ? [{ field: 'date', message: `Date of the meeting: “${said['date']}” is no day. Write it as 2025-11-27.` }] : []
  const { glossary, problems: glossaryProblems } = glossaryOf(said['glossary'])
  const recommendations = lines(said['recommendations'])
  const texts = Object.fromEntries(lineFields.filter(([name]) => name !== 'date' && (said[name] ?? '') !== '').map(([name]) => [name, said[name]])) as Partial<Record<LineField, string>>
  const header: ReportHeader = {
    ...(texts as ReportHeader), ...(date ? { date } : {}), ...(said['purpose'] ? { purpose: said['purpose'] } : {}), ...(recommendations.length > 0 ? { recommendations } : {}), ...(Object.keys(glossary).length > 0 ? { glossary } : {}),
  }
  const narrative = proseFields(snapshot).flatMap(({ field, theme }) => (said[field] ? [{ theme, text: said[field] }] : []))
  const figures = namedFigures(snapshot)
  const proof = (field: string, name: string): DraftProblem[] => problemsIn(said[field] ?? '', snapshot, figures).map((p) => ({ field, message: `${name}, ${p.message}` }))
  const prose = [...proof('purpose', 'Purpose'), ...proof('recommendations', 'Recommendations'), ...proseFields(snapshot).flatMap(({ field, theme }) => proof(field, theme ?? 'Opening'))]
  return { header, narrative, problems: [...dateProblem, ...prose, ...glossaryProblems] }
}
