import { Part } from '../web/index.ts'
import type { Block, Run } from './document.ts'
import { namedFigures } from './facts.ts'
import { narrativeBlocks } from './narrative.ts'
import type { Snapshot } from './types.ts'

const RunView = ({ run }: { run: Run }) => {
  const text = run.strong ? <b>{run.text}</b> : run.emphasis ? <em>{run.text}</em> : <>{run.text}</>
  return run.href ? <a href={run.href}>{text}</a> : text
}
const Runs = ({ runs }: { runs: readonly Run[] }) => <>{runs.map((run) => <RunView run={run} />)}</>

const BlockView = ({ block }: { block: Block }) => {
  if (block.kind === 'paragraph') return <p><Runs runs={block.runs} /></p>
  if (block.kind === 'heading') return <h3>{block.text}</h3>
  if (block.kind === 'list') return block.marker === 'number' ? <ol class="govuk-list govuk-list--number"><Items items={block.items} /></ol> : <ul class="govuk-list govuk-list--bullet"><Items items={block.items} /></ul>
  return null
}
const Items = ({ items }: { items: readonly (readonly Block[])[] }) => <>{items.map((blocks) => <li>{blocks.map((b) => (b.kind === 'paragraph' ? <Runs runs={b.runs} /> : <BlockView block={b} />))}</li>)}</>

/** What the officers say on a theme (null: on the whole), with its figures in place; nothing where they say nothing. */
export const OfficersSay = ({ snapshot, theme }: { snapshot: Snapshot; theme: string | null }) => {
  const text = snapshot.narrative.find((n) => n.theme === theme)?.text
  if (text === undefined) return null
  return <Part id="officers" title="What the officers say"><div class="tl-prose">{narrativeBlocks(text, namedFigures(snapshot), 2).map((block) => <BlockView block={block} />)}</div></Part>
}
