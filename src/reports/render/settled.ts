import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { Day } from '../../kit/day.ts'

/** A zip of the same parts gives the same bytes: one date for all, one compression. */
const settled = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const zippable: Zippable = {}
  // The earliest date a zip can hold, in local time as zips keep it.
  for (const name of Object.keys(parts)) zippable[name] = [parts[name]!, { mtime: new Date(1980, 0, 1), level: /\.(png|jpe?g)$/.test(name) ? 0 : 3 }]
  return zipSync(zippable)
}
const edited = (bytes: Uint8Array, edit: (name: string, xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes)
  return settled(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, /\.(xml|rels)$/.test(name) ? strToU8(edit(name, strFromU8(part))) : part])))
}
const dated = (xml: string, day: Day): string => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`)

/** The Word file with its dates, and the numbers and names that its writer draws from counters and chance, made the same for the same document. */
export const settledDocx = (bytes: Uint8Array, day: Day): Uint8Array => {
  const numbers = new Map<string, string>()
  const renumbered = (kind: string, id: string): string => {
    const key = `${kind} ${id}`
    if (!numbers.has(key)) numbers.set(key, String([...numbers.keys()].filter((k) => k.startsWith(`${kind} `)).length + 1))
    return numbers.get(key)!
  }
  return edited(bytes, (_name, xml) => dated(xml, day)
    .replace(/(<wp:docPr id=")(\d+)"/g, (_, before: string, id: string) => `${before}${renumbered('drawing', id)}"`)
    .replace(/(<w:bookmark(?:Start|End)[^>]*? w:id=")(\d+)"/g, (_, before: string, id: string) => `${before}${renumbered('bookmark', id)}"`)
    .replace(/\b_Toc(\d+)\b/g, (_, id: string) => `_Toc${renumbered('contents', id)}`)
    .replace(/"rId([a-z0-9_-]{21})"/g, (_, id: string) => `"rIdLink${renumbered('link', id)}"`))
}

/** Parts of a font in the order that the schema of workbooks asks for. */
const fontOrder = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme']
const place = (part: string): number => fontOrder.indexOf(/^<(\w+)/.exec(part)![1]!)
const ordered = (xml: string): string => xml.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => {
  return `<font>${(inner.match(/<\w+[^>]*\/>/g) ?? []).toSorted((a, b) => place(a) - place(b)).join('')}</font>`
})

/** The workbook likewise, its fonts in the schema's order. */
export const settledXlsx = (bytes: Uint8Array, day: Day): Uint8Array => edited(bytes, (name, xml) => (name === 'xl/styles.xml' ? ordered(xml) : dated(xml, day)))
