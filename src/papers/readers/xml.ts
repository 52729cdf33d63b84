import { SaxesParser } from 'saxes'

export type XmlElement = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: (XmlElement | string)[] }

/** A document type can define entities that grow without end; no office format needs one. */
export class DocumentType extends Error {}

/** The XML as a tree. Refuses any document type, and so every entity but XML's own five. */
export const parseXml = (text: string): XmlElement => {
  const parser = new SaxesParser()
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  parser.on('doctype', () => { throw new DocumentType('it declares a document type') })
  parser.on('error', (error) => { throw error })
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (said) => { open.at(-1)?.children.push(said) })
  parser.on('closetag', () => { open.pop() })
  parser.write(text).close()
  return root
}

export const elements = (of: XmlElement): readonly XmlElement[] => of.children.filter((c): c is XmlElement => typeof c !== 'string')
export const child = (of: XmlElement | undefined, name: string): XmlElement | undefined => of?.children.find((c): c is XmlElement => typeof c !== 'string' && c.name === name)
/** Down a path of names: `at(cell, 'w:tcPr', 'w:shd')`. */
export const at = (of: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined => path.reduce((found, name) => child(found, name), of)
export const textOf = (of: XmlElement): string => of.children.map((c) => (typeof c === 'string' ? c : textOf(c))).join('')
/** Every element of that name below, in order. */
export const below = (of: XmlElement, name: string): XmlElement[] => elements(of).flatMap((e) => (e.name === name ? [e, ...below(e, name)] : below(e, name)))
