import { marked, type Token, type Tokens } from 'marked'
import { bound, type NamedFigures } from './facts.ts'
import type { Block, Run, Table } from './document.ts'
import { isSafeLink, placeOf, problemsIn, type ProseFinding } from './prose.ts'
import { rowsOf, themesOf } from './rows.ts'
import { shortName } from './wording.ts'
import type { Narrative, Snapshot } from './types.ts'

/** Markdown as blocks with its figures in place. `top` is the level that its highest heading takes. */
export const narrativeBlocks = (text: string, figures: NamedFigures, top: 2 | 3): Block[] => {
  const tokens = marked.lexer(text)
  const highest = Math.min(6, ...tokens.flatMap((t) => (t.type === 'heading' ? [(t as Tokens.Heading).depth] : [])))
  return tokens.flatMap((t) => blockOf(t, figures, (depth) => Math.min(3, top + depth - highest) as 2 | 3))
}

type LevelOf = (depth: number) => 2 | 3
const blockOf = (token: Token, figures: NamedFigures, level: LevelOf): Block[] => {
  const runs = (t: Token): Run[] => runsOf(childrenOf(t), figures, {})
  switch (token.type) {
    case 'heading': { const own = runs(token); return [{ kind: 'heading', level: level((token as Tokens.Heading).depth), text: own.map((r) => r.text).join(''), id: '' }] }
    case 'list': return [{ kind: 'list', marker: (token as Tokens.List).ordered ? 'number' : 'bullet', items: (token as Tokens.List).items.map((i) => i.tokens.flatMap((t) => blockOf(t, figures, level))) }]
    case 'blockquote': return childrenOf(token).flatMap((t) => blockOf(t, figures, level))
    case 'table': return [tableOf(token as Tokens.Table, figures)]
    case 'space': case 'hr': case 'def': return []
    default: { const own = runs(token); return own.length === 0 ? [] : [{ kind: 'paragraph', style: 'body', runs: own }] }
  }
}
const childrenOf = (token: Token): Token[] => ('tokens' in token && token.tokens !== undefined && token.tokens.length > 0 ? token.tokens : [{ type: 'text', raw: token.raw, text: 'text' in token ? String(token.text) : token.raw }])

const tableOf = (t: Tokens.Table, figures: NamedFigures): Table => ({
  kind: 'table', caption: '', rowHeadings: false, totalRow: false,
  columns: t.header.map((h) => ({ heading: runsOf(h.tokens, figures, {}).map((r) => r.text).join(''), share: 100 / t.header.length, align: h.align === 'right' ? 'end' : 'start' })),
  rows: t.rows.map((row) => row.map((c) => ({ kind: 'words', quiet: false, runs: runsOf(c.tokens, figures, {}) }))),
})

type Marks = Pick<Run, 'strong' | 'emphasis' | 'href'>
const runsOf = (tokens: readonly Token[], figures: NamedFigures, marks: Marks): Run[] => tokens.flatMap((t): Run[] => {
  const inner = (more: Marks): Run[] => runsOf(childrenOf(t), figures, { ...marks, ...more })
  switch (t.type) {
    case 'strong': return inner({ strong: true })
    case 'em': return inner({ emphasis: true })
    case 'link': { const { href } = t as Tokens.Link; return inner(isSafeLink(href) ? { href } : {}) }
    case 'br': return [{ ...marks, text: ' ' }]
    case 'del': return inner({})
    case 'text': if ('tokens' in t && t.tokens !== undefined) return inner({})
  }
  return [{ ...marks, text: bound(plain(t), figures).replace(/\s*\n\s*/g, ' ') }]
})
/** marked leaves entities as they were typed. */
const plain = (t: Token): string => ('text' in t ? String(t.text) : t.raw).replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name: string) => entities[name]!)
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: '\u00a0' }

/** A narrative file: text before the first heading opens the report; each `# Theme` takes the text below it. Problems carry the file's own lines. */
export const readNarrative = (text: string, snapshot: Snapshot): { narrative: Narrative[]; problems: ProseFinding[] } => {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const themes = themesOf(snapshot, rowsOf(snapshot)).map((t) => t.name)
  const problems: ProseFinding[] = []
  const refuse = (at: number, code: string, message: string): void => {
    const { line, column } = placeOf(source, at)
    problems.push({ level: 'error', code, message: `line ${line}, column ${column}: ${message}`, source: { page: null, line, cell: null }, column })
  }
  const narrative: Narrative[] = []
  for (const part of partsOf(source)) {
    const theme = part.title === null ? null : (themes.find((t) => [t, shortName(t)].some((n) => n.toLowerCase() === part.title!.toLowerCase())) ?? undefined)
    if (theme === undefined) refuse(part.at, 'prose.unknown-theme', `there is no theme called "${part.title}"; the themes are ${themes.map(shortName).join(', ')}. Use "##" for a heading of your own.`)
    else if (narrative.some((n) => n.theme === theme)) refuse(part.at, 'prose.theme-twice', `"${part.title}" has a part already; put both under one heading.`)
    else if (part.text.trim() !== '') narrative.push({ theme, text: part.text.trim() })
  }
  // Titles are blanked so that the places stay those of the file.
  const body = source.replace(/^# .*$/gm, (l) => ' '.repeat(l.length))
  return { narrative, problems: [...problems, ...problemsIn(body, snapshot)].toSorted((a, b) => a.source.line! - b.source.line! || a.column - b.column) }
}

const partsOf = (source: string): { title: string | null; at: number; text: string }[] => {
  const titles = [...source.matchAll(/^# +(.+?)(?: +#+)? *$/gm)]
  const opening = { title: null, at: 0, text: source.slice(0, titles[0]?.index ?? source.length) }
  return [opening, ...titles.map((m, i) => ({ title: m[1]!, at: m.index, text: source.slice(m.index + m[0].length, titles[i + 1]?.index ?? source.length) }))]
}
