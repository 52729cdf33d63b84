import { gunzipSync, gzipSync } from 'node:zlib'
import type { Judged } from '../checks/index.ts'
import type { Excerpt } from './excerpt.ts'

/** A finding with the paper's own words round its place. */
export type Shown = Judged & { readonly excerpt: Excerpt | null }
/** What was found in a paper, as a page shows it. */
export type FoundList = { readonly file: string; readonly findings: readonly Shown[] }

/** What a form may carry, and what it may unfold to (bytes). */
const largest = 900_000, unfolded = 20_000_000

/** The list as a field of its own page's form, so that it comes back with an answer and nothing of the paper is kept here; null where it is too long for a form. */
export const packList = ({ file, findings }: FoundList): string | null => {
  const packed = gzipSync(JSON.stringify({ file, findings: findings.map(({ finding, fingerprint, excerpt }) => ({ finding, fingerprint, excerpt })) })).toString('base64url')
  return packed.length > largest ? null : packed
}

type Parts = Readonly<Record<string, unknown>>
const isParts = (value: unknown): value is Parts => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): boolean => typeof value === 'string'
const isList = (value: unknown, isOne: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(isOne)
const isMaybe = (value: unknown, isOne: (one: unknown) => boolean): boolean => value === undefined || isOne(value)

const isSource = (s: unknown): boolean => isParts(s) && [s['page'], s['line']].every((n) => n === null || typeof n === 'number') && (s['cell'] === null || isText(s['cell']))
const isFinding = (f: unknown): boolean => isParts(f) && ['error', 'warning', 'note'].includes(String(f['level'])) && /^[\w.-]{1,60}$/.test(String(f['code'])) && isText(f['message']) && isSource(f['source'])
  && isMaybe(f['found'], isText) && isMaybe(f['expected'], isText) && isMaybe(f['also'], (also) => isList(also, isSource))
const isCell = (c: unknown): boolean => isParts(c) && isText(c['text']) && typeof c['marked'] === 'boolean'
const isExcerpt = (e: unknown): boolean => e === null
  || (isParts(e) && (e['kind'] === 'text' ? ['before', 'text', 'after'].every((part) => isText(e[part])) : e['kind'] === 'table' && isList(e['rows'], (row) => isList(row, isCell))))
const isShown = (s: unknown): boolean => isParts(s) && /^[0-9a-f]{12}$/.test(String(s['fingerprint'])) && isFinding(s['finding']) && isExcerpt(s['excerpt'])

/** The list that a form brought back; null where it brought none, or something else. */
export const unpackList = (packed: string): FoundList | null => {
  try {
    const list = JSON.parse(gunzipSync(Buffer.from(packed, 'base64url'), { maxOutputLength: unfolded }).toString('utf8')) as unknown
    if (!isParts(list) || !isText(list['file']) || !isList(list['findings'], isShown)) return null
    return { file: String(list['file']), findings: (list['findings'] as readonly Shown[]).map((s) => ({ ...s, waiver: null })) }
  } catch {
    return null
  }
}
