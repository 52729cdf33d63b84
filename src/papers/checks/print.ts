import type { Finding, Level } from '../../kit/finding.ts'
import type { Source } from '../../kit/source.ts'
import { counted } from '../../kit/words.ts'
import type { Judged } from './waivers.ts'

const levels: readonly Level[] = ['error', 'warning', 'note']
const tints: Readonly<Record<Level, string>> = { error: '31', warning: '33', note: '36' }
const headings: Readonly<Record<Level, string>> = { error: 'Errors: wrong as printed', warning: 'Warnings: a fact outside the paper could explain them', note: 'Notes' }

export const countLevels = (findings: readonly Finding[]): string => levels.map((l) => counted(findings.filter((f) => f.level === l).length, l)).join(', ')

export const shortPlace = ({ page, line, cell }: Source): string =>
  [page === null ? '' : `page ${page}`, line === null ? '' : `line ${line}`, cell === null ? '' : cell].filter(Boolean).join(', ') || 'whole paper'

const wrap = (text: string, width: number): string[] => {
  const lines = ['']
  for (const word of text.split(' ')) {
    if (lines.at(-1)!.length + word.length + 1 > width && lines.at(-1) !== '') lines.push('')
    lines[lines.length - 1] = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`
  }
  return lines
}

/** "Also on lines 3, 5 and 9", with pages where the paper has them. */
export const alsoAt = (also: readonly Source[] | undefined): string => {
  if (!also?.length) return ''
  const places = [...new Set(also.map(shortPlace))]
  const shown = places.every((p) => /^line \d+$/.test(p)) ? `line${places.length === 1 ? '' : 's'} ${places.map((p) => p.slice(5)).join(', ')}` : places.join('; ')
  return ` Also on ${shown}.`
}

const entry = ({ finding: f, fingerprint }: Judged, wide: number): string => {
  const [first, ...rest] = wrap(`${f.message}${alsoAt(f.also)} [${f.code} ${fingerprint}]`, 110 - wide)
  return [`  ${shortPlace(f.source).padEnd(wide)}  ${first}`, ...rest.map((line) => `  ${' '.repeat(wide)}  ${line}`)].join('\n')
}

/** So many notes of one kind are shown on a terminal. */
const fewNotes = 5

/** The findings of a paper for a terminal: grouped, the gravest first, places in one column. */
export const printFindings = (file: string, judged: readonly Judged[], colour: boolean): string => {
  const open = judged.filter((j) => j.waiver === null)
  const waived = judged.length - open.length
  const wide = Math.max(8, ...open.map((j) => shortPlace(j.finding.source).length))
  const tint = (l: Level, text: string): string => (colour ? `\u001b[1;${tints[l]}m${text}\u001b[0m` : text)
  const groups = levels.flatMap((l) => {
    const own = open.filter((j) => j.finding.level === l)
    const shown = l === 'note' ? own.filter((j, i) => own.slice(0, i).filter((k) => k.finding.code === j.finding.code).length < fewNotes) : own
    const more = own.length - shown.length
    return own.length === 0 ? [] : [`${tint(l, headings[l])}\n${shown.map((j) => entry(j, wide)).join('\n')}${more > 0 ? `\n  ${''.padEnd(wide)}  and ${more} more of the same kinds (--json prints them all)` : ''}`]
  })
  const sums = `${file}: ${countLevels(open.map((j) => j.finding))}${waived > 0 ? `; ${waived} waived` : ''}.`
  return [...groups, open.length === 0 ? `${file}: nothing found${waived > 0 ? `; ${waived} waived` : ''}.` : sums].join('\n\n')
}

/** design.md section 6: one object a paper, on one line. */
export const findingsAsJson = (file: string, judged: readonly Judged[]): string => JSON.stringify({
  paper: { file },
  findings: judged.filter((j) => j.waiver === null).map(({ finding: f, fingerprint }) => ({
    level: f.level, code: f.code, message: f.message, expected: f.expected ?? null, found: f.found ?? null, source: f.source, also: f.also ?? [], fingerprint,
  })),
  waived: judged.filter((j) => j.waiver !== null).map(({ finding: f, fingerprint, waiver }) => ({ code: f.code, source: f.source, fingerprint, reason: waiver!.reason, who: waiver!.who, on: waiver!.on })),
})
