import type { Source } from '../../kit/source.ts'
import type { PaperBlock, PaperContent, Recognised } from '../types.ts'
import { recogniseActions } from './actions/index.ts'
import { figures } from './figures/index.ts'
import { recognisePlans } from './plans/index.ts'
import type { RecogniseOptions, Recogniser } from './recogniser.ts'

/** In order: the surest kind of table first. */
const recognisers: readonly Recogniser[] = [recognisePlans, recogniseActions, figures]

const place = ({ page, line }: Source): number => (page ?? 0) * 1_000_000 + (line ?? 0)

/** All the tables of a paper that we can say the meaning of, in the order they stand in. */
export const recognise = (content: PaperContent, options: RecogniseOptions = {}): Recognised => {
  const taken = new Set<PaperBlock>()
  const found = recognisers.map((recogniser) => {
    const recognition = recogniser(content, content.blocks.filter((b) => !taken.has(b)), options)
    for (const block of recognition.taken) taken.add(block)
    return recognition
  })
  return {
    paper: { file: content.file, sha256: content.sha256, kind: content.format, pages: content.pages },
    tables: found.flatMap((f) => f.tables).sort((a, b) => place(a.source) - place(b.source)),
    findings: [...content.findings, ...found.flatMap((f) => f.findings)],
  }
}
