import { createHash } from 'node:crypto'
import type { SentFile } from '../web/index.ts'
import { contentTypes, fileName, render, type ReportFormat } from './render/index.ts'
import type { Snapshot } from './types.ts'

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const decoded = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** A report stands alone, so it carries its styles in itself. Only these very styles are allowed, each by its hash; no script, and nothing from anywhere. */
const policyOf = (html: string): string => {
  const sheets = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((m) => m[1]!)
  const attributes = [...html.matchAll(/ style="([^"]*)"/g)].map((m) => decoded(m[1]!))
  const allowed = [...new Set([...sheets, ...attributes])].map(hash)
  return `default-src 'none'; style-src ${attributes.length > 0 ? "'unsafe-hashes' " : ''}${allowed.join(' ')}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

/** A report as the browser gets it: to read where it is a page, else to keep. */
export const reportFile = async (snapshot: Snapshot, format: ReportFormat): Promise<SentFile> => {
  const bytes = Buffer.from(await render(snapshot, format))
  const type = contentTypes[format]
  return format === 'html' ? { bytes, type, policy: policyOf(bytes.toString('utf8')) } : { bytes, type, filename: fileName(snapshot, format) }
}
