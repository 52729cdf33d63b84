import { marked, type Token } from 'marked'
import type { Finding } from '../kit/finding.ts'
import { bindingsIn, namedFigures, suggestions, type NamedFigures } from './facts.ts'
import { typedCounts } from './typed-counts.ts'
import type { Snapshot } from './types.ts'

/** A problem in an officer's prose, at a line and column that count from 1. */
export type ProseFinding = Finding & { readonly column: number }

/** Everything that keeps a text out of a report: an unknown figure, a typed count, raw HTML, a picture, an unsafe link. Empty: it may go in. */
export const problemsIn = (text: string, snapshot: Snapshot, figures: NamedFigures = namedFigures(snapshot)): ProseFinding[] => {
  const problem = (at: number, code: string, message: string): ProseFinding => {
    const { line, column } = placeOf(text, at)
    return { level: 'error', code, message: `line ${line}, column ${column}: ${message}`, source: { page: null, line, cell: null }, column }
  }
  return [
    ...bindingsIn(text).filter((b) => !figures.has(b.name)).map((b) => problem(b.at, 'prose.unknown-figure', unknown(b.name, figures))),
    ...typedCounts(text, snapshot).map((c) => problem(c.at, 'prose.typed-count', `"${c.number}" is typed beside "${c.beside}". The report counts those itself: write the figure's name in double braces, such as {{headline.met}}.`)),
    ...markUp(text).map((m) => problem(m.at, m.code, m.message)),
  ].toSorted((a, b) => (a.source.line! - b.source.line!) || a.column - b.column)
}

const unknown = (name: string, figures: NamedFigures): string => {
  const near = suggestions(name, figures)
  return `there is no figure called "${name}"${near.length === 0 ? '' : `; did you mean ${near.map((n) => `{{${n}}}`).join(' or ')}?`}`
}

/** Line and column, from 1, of an offset. */
export const placeOf = (text: string, at: number): { line: number; column: number } => {
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - (before.lastIndexOf('\n') + 1) + 1 }
}

type Fault = { readonly at: number; readonly code: string; readonly message: string }
const markUp = (text: string): Fault[] => {
  const faults: Fault[] = []
  let from = 0
  const visit = (token: Token): void => {
    const at = Math.max(0, text.indexOf(token.raw, from))
    const message = faultOf(token)
    if (message !== null) { faults.push({ at, ...message }); from = at + 1 }
  }
  void marked.walkTokens(marked.lexer(text), visit)
  return faults
}
const faultOf = (token: Token): { code: string; message: string } | null => {
  switch (token.type) {
    case 'html': return { code: 'prose.html', message: `"${token.raw.trim().slice(0, 40)}" is HTML, which a report can't take. Use Markdown: **bold**, *italic*, lists with "-"; write &lt; for a less-than sign.` }
    case 'image': return { code: 'prose.picture', message: "a picture can't stand in a report's prose; attach it to the paper." }
    case 'link': return isSafeLink(String((token as { href?: unknown }).href)) ? null : { code: 'prose.link', message: 'a link must begin with https://, http:// or mailto:.' }
    default: return null
  }
}
export const isSafeLink = (href: string): boolean => /^(https?:\/\/|mailto:)/i.test(href)

/** Problems of all the prose of a report, with where it stands. The purpose and recommendations are prose too, and what was saved before may no longer fit the figures. */
export const proseProblems = (snapshot: Snapshot): string[] => {
  const figures = namedFigures(snapshot)
  const told = (what: string, text: string): string[] => problemsIn(text, snapshot, figures).map((p) => `${what}, ${p.message}`)
  const { header, narrative } = snapshot
  return [...told('purpose', header.purpose ?? ''), ...(header.recommendations ?? []).flatMap((r, i) => told(`recommendation ${i + 1}`, r)), ...narrative.flatMap((n) => told(n.theme === null ? 'the opening' : `the words on ${n.theme}`, n.text))]
}
