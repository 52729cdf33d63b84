import { matchesIn, plainWords } from '../../../kit/words.ts'
import type { Check } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'

/** What abbreviations of English local government stand for: laws, codes and grants that every council has. */
const terms: Readonly<Record<string, string>> = {
  MRP: 'minimum revenue provision', CFR: 'capital financing requirement', HRA: 'housing revenue account', DSG: 'dedicated schools grant', MTFS: 'medium term financial strategy', MTFP: 'medium term financial plan',
  SEND: 'special educational needs and disabilities', SEN: 'special educational needs', EHCP: 'education health and care plan', EIA: 'equality impact assessment', PSED: 'public sector equality duty', PFI: 'private finance initiative',
  LTP: 'local transport plan', CIL: 'community infrastructure levy', UKSPF: 'uk shared prosperity fund', UASC: 'unaccompanied asylum seeking children', DFG: 'disabled facilities grant', TUPE: 'transfer of undertakings protection of employment',
  KPI: 'key performance indicator', BVPI: 'best value performance indicator', JSNA: 'joint strategic needs assessment', ICB: 'integrated care board', CAMHS: 'child and adolescent mental health services', NPPF: 'national planning policy framework',
  CIPFA: 'chartered institute of public finance and accountancy', CQC: 'care quality commission', LGA: 'local government association', HAF: 'holiday activities and food',
}
/** Forms that are used as well. */
const alsoRight: Readonly<Record<string, readonly string[]>> = { UKSPF: ['uk shared prosperity funding'], SEND: ['special educational needs and disability', 'special educational needs and or disabilities', 'special educational needs and or disability', 'special educational need and disabilities'], HAF: ['holiday activity and food', 'holiday activity and food programme', 'holiday activities and food programme'], CAMHS: ['child and adolescent mental health service'], ICB: ['integrated care boards'], DFG: ['disabled facility grant', 'disabled facilities grants'], KPI: ['key performance indicators'], EIA: ['environmental impact assessment'], BVPI: ['best value performance indicators'], MTFS: ['medium term finance strategy'] }
const words = (text: string): string[] => plainWords(text.replace(/[-/]/g, ' ').replace(/[(),;:.'’"“”]/g, ' ')).split(' ').filter(Boolean)
/** The words of the term stand before the bracket, maybe with "Regulations 2006" or the like after them. */
const isNear = (before: readonly string[], form: string): boolean => {
  const [text, count] = [before.join(' '), form.split(' ').length]
  return text === form || text.endsWith(` ${form}`) || (/ (regulations|act|order|scheme|grant|programme|\d{4})$/.test(text) && ` ${before.slice(-count - 3).join(' ')} `.includes(` ${form} `))
}
const bracketed = /\(([A-Z]{3,6})s?\)/g

export const knownTerm: Check = defineCheck({
  code: 'completeness.abbreviation-meaning', title: 'Well-known abbreviations explained wrongly', level: 'warning',
  about: 'The words before the brackets are nearly, but not quite, what the abbreviation stands for in local government: "Minimum Revenue Position (MRP)". Use the right words.',
  right: ['The Minimum Revenue Provision (MRP) is set aside. Special educational needs and/or disabilities (SEND) are met.', 'Staff move under the Transfer of Undertakings (Protection of Employment) Regulations 2006 (TUPE).'],
  wrong: ['The Minimum Revenue Position (MRP) is set aside.', 'Grants such as that for Special Educational Needs (SEND) were used.'],
  find: (paper) => packOf(paper).lines.filter((line) => /\([A-Z]{3}/.test(line.text)).flatMap((line) => line.cells.flatMap((cell, c) => matchesIn(cell, bracketed).flatMap((m): Fault[] => {
    const meant = terms[m[1]!]
    if (meant === undefined) return []
    const before = words(cell.slice(Math.max(0, m.index - 120), m.index))
    const fits = [meant, ...(alsoRight[m[1]!] ?? [])].some((form) => isNear(before, form))
    const wanted = meant.split(' ')
    const shared = wanted.filter((w) => before.slice(-wanted.length).includes(w)).length
    return fits || shared * 2 < wanted.length || shared < 2 ? [] : [{ at: line.sources[c] ?? line.source, found: before.slice(-wanted.length).join(' '), expected: meant, fault: `${m[1]} ${before.slice(-2).join(' ')}`, message: `"(${m[1]})" stands for ${meant}; the words before it are not those. Use the right words.` }]
  }))),
})
