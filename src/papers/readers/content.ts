import { createHash } from 'node:crypto'
import type { Finding } from '../../kit/finding.ts'
import type { PaperBlock, PaperContent, PaperFormat } from '../types.ts'

type More = { readonly title?: string | null; readonly pages?: number | null; readonly findings?: readonly Finding[] }

const firstHeading = (blocks: readonly PaperBlock[]): string | null => {
  for (const block of blocks) if (block.kind === 'text' && block.style === 'heading') return block.text
  return null
}

export const contentOf = (file: string, bytes: Uint8Array, format: PaperFormat, blocks: readonly PaperBlock[], more: More = {}): PaperContent => ({
  file, sha256: createHash('sha256').update(bytes).digest('hex'), format, pages: more.pages ?? null,
  title: more.title ?? firstHeading(blocks), blocks, findings: more.findings ?? [],
})
