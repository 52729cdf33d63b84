import { Fragment } from 'hono/jsx'
import { raw } from 'hono/html'
import { markup, shadeOf, shapeOf, type Mark } from '../../charts/index.ts'
import { printDay } from '../../kit/day.ts'
import type { Block, Cell, Document, Entry, Run, StatusMark, Table } from '../document.ts'
import { fontFace, styles } from './html-styles.ts'

/** One standalone page: no script, no other file, readable without styles. */
export const toHtml = (document: Document): Uint8Array => new TextEncoder().encode(`<!DOCTYPE html>\n${inLines(markup(<Page document={document} />))}\n`)

/** A line for each block and row, so that a place in the page can be named by its line. */
const inLines = (html: string): string => html.replace(/<\/(?:tr|p|li|dd|h[1-4]|caption|figure|style)>/g, '$&\n')

const Page = ({ document }: { document: Document }) => (
  <html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${document.title}: ${document.council}`}</title>
      <meta name="date" content={document.date} />
      <style>{raw(fontFace() + styles)}</style>
    </head>
    <body>
      <a class="skip" href="#report">Skip to the report</a>
      <header class="front">
        <p class="council">{document.council}</p>
        <h1>{document.title}</h1>
        <p class="subject">{document.subject}</p>
        <p class="edition">{document.edition}</p>
      </header>
      <main id="report">
        {document.sections.map((s) => <div class={s.orientation}>{s.blocks.map((b) => <BlockView block={b} document={document} />)}</div>)}
      </main>
      <footer><p>{document.council}. {document.edition}. Facts as at {printDay(document.date)}.</p></footer>
    </body>
  </html>
)

const BlockView = ({ block, document }: { block: Block; document: Document }) => {
  switch (block.kind) {
    case 'heading': return <Heading block={block} />
    case 'paragraph': return <p class={block.style === 'body' ? undefined : block.style}><Runs runs={block.runs} /></p>
    case 'list': return <List block={block} document={document} />
    case 'facts': return <dl class="facts">{block.rows.map((r) => <div><dt>{r.label}</dt><dd><Runs runs={r.runs} /></dd></div>)}</dl>
    case 'figure': return <figure><figcaption>{block.title}</figcaption><div class="scroll" tabindex={0} role="region" aria-label={block.title}>{raw(block.svg)}</div></figure>
    case 'entries': return <ul class="entries">{block.entries.map((e) => <EntryView entry={e} />)}</ul>
    case 'terms': return <dl class="terms">{block.terms.map((t) => <div><dt>{t.term}</dt><dd>{t.meaning}</dd></div>)}</dl>
    case 'contents': return <Contents document={document} />
    case 'table': return <TableView table={block} />
  }
}

const Heading = ({ block }: { block: Extract<Block, { kind: 'heading' }> }) => {
  const id = block.id === '' ? undefined : block.id
  switch (block.level) {
    case 1: return <h2 id={id}>{block.text}</h2>
    case 2: return <h3 id={id}>{block.text}</h3>
    case 3: return <h4 id={id}>{block.text}</h4>
  }
}

const Contents = ({ document }: { document: Document }) => (
  <nav class="contents" aria-label="Contents">
    <h2>Contents</h2>
    <ol>{document.sections.flatMap((s) => s.blocks).map((b) => (b.kind === 'heading' && b.level === 1 && b.id !== '' ? <li><a href={`#${b.id}`}>{b.text}</a></li> : null))}</ol>
  </nav>
)

const List = ({ block, document }: { block: Extract<Block, { kind: 'list' }>; document: Document }) => {
  const items = block.items.map((item) => <li>{item.map((b) => (b.kind === 'paragraph' ? <Runs runs={b.runs} /> : <BlockView block={b} document={document} />))}</li>)
  return block.marker === 'bullet' ? <ul>{items}</ul> : <ol type={block.marker === 'letter' ? 'a' : '1'}>{items}</ol>
}

const Runs = ({ runs }: { runs: readonly Run[] }) => <>{runs.map((r) => <RunView run={r} />)}</>
const RunView = ({ run }: { run: Run }) => {
  const { href } = run
  if (href !== undefined) { const { href: _, ...rest } = run; return <a href={href}><RunView run={rest} /></a> }
  if (run.strong) return <strong>{run.emphasis ? <em>{run.text}</em> : run.text}</strong>
  if (run.emphasis) return <em>{run.text}</em>
  if (run.change === 'gone') return <del>{run.text}</del>
  return run.change === 'new' ? <ins>{run.text}</ins> : <>{run.text}</>
}

const classOf = (status: StatusMark | null): string => (status === null ? 'none' : status.mark.replace(' ', '-'))
const Shape = ({ colour, mark }: { colour: string | null; mark: Mark | null }) => (
  <svg class="shape" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false"><path fill-rule="evenodd" fill={shadeOf(colour, mark).line} d={shapeOf(mark)} /></svg>
)
const tintOf = (status: StatusMark): string => { const s = shadeOf(status.colour, status.mark); return `background:${s.tint};color:${s.ink};border-color:${s.line}` }

const EntryView = ({ entry }: { entry: Entry }) => (
  <li>
    <p class="said"><span class={`tag ${classOf(entry.status)}`} style={entry.status === null ? undefined : tintOf(entry.status)}><Shape colour={entry.status?.colour ?? null} mark={entry.status?.mark ?? null} /> {entry.said}</span></p>
    <p class="item">{entry.text}</p>
    {entry.where === '' ? null : <p class="where">{entry.where}</p>}
    <p class="remark">{entry.remark}</p>
  </li>
)

const TableView = ({ table }: { table: Table }) => (
  <div class="scroll" tabindex={0} role="region" aria-label={table.caption || 'Table'}>
    <table style={table.width === undefined ? undefined : `width:${table.width}%`}>
      {table.caption === '' ? null : <caption>{table.caption}</caption>}
      <colgroup>{table.columns.map((c) => <col style={`width:${Math.round(c.share * 10) / 10}%`} />)}</colgroup>
      <thead><tr>{table.columns.map((c) => <th scope="col" class={c.align === 'end' ? 'end' : undefined}>{c.heading}</th>)}</tr></thead>
      <tbody>{table.rows.map((row, i) => (
        <tr class={table.totalRow && i === table.rows.length - 1 ? 'total' : undefined}>{row.map((cell, c) => (table.rowHeadings && c === 0 ? <th scope="row"><CellView cell={cell} /></th> : <BodyCell cell={cell} />))}</tr>
      ))}</tbody>
    </table>
  </div>
)

const BodyCell = ({ cell }: { cell: Cell }) => {
  switch (cell.kind) {
    case 'number': return <td class="end">{cell.value}</td>
    case 'words': return <td class={cell.quiet ? 'quiet' : undefined}><Runs runs={cell.runs} /></td>
    case 'status': return cell.status === null ? <td class="status none"><Shape colour={null} mark={null} /></td> : <td class={`status ${classOf(cell.status)}`} style={tintOf(cell.status)}><CellView cell={cell} /></td>
  }
}
const CellView = ({ cell }: { cell: Cell }) => {
  switch (cell.kind) {
    case 'number': return <>{cell.value}</>
    case 'words': return <Runs runs={cell.runs} />
    case 'status': return cell.status === null ? <Fragment /> : <><Shape colour={cell.status.colour} mark={cell.status.mark} /> {cell.status[cell.shown]}</>
  }
}
