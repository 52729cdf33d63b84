import { numberingOf } from './docx-numbering.ts'
import { at, below, elements, parseXml, type XmlElement } from './xml.ts'
import type { Zip } from './zip.ts'

/** What a paragraph's style and numbering say of it. */
export type DocxStyles = {
  /** 0 for a paragraph that is no heading. */
  readonly headingLevel: (paragraph: XmlElement) => number
  readonly bullet: (paragraph: XmlElement) => 0 | 1 | 2
  /** The number or letter that Word prints before a paragraph; counted, so ask once for each, in order. */
  readonly label: (paragraph: XmlElement) => string | null
  /** A line of the list of contents. */
  readonly isContents: (paragraph: XmlElement) => boolean
  readonly hidden: (run: XmlElement) => boolean
}

type Style = { readonly name: string; readonly outline: number | null; readonly numbering: XmlElement | undefined; readonly hidden: boolean; readonly basedOn: string | null }

const value = (of: XmlElement | undefined): string | null => of?.attributes['w:val'] ?? null
/** Word's on-or-off marks are on when they stand alone. */
export const isOn = (of: XmlElement | undefined): boolean => of !== undefined && !['0', 'false', 'none', 'off'].includes(value(of) ?? '1')

const styleOf = (of: XmlElement): Style => {
  const outline = value(at(of, 'w:pPr', 'w:outlineLvl'))
  return { name: (value(at(of, 'w:name')) ?? '').toLowerCase(), outline: outline === null ? null : Number(outline), numbering: at(of, 'w:pPr', 'w:numPr'), hidden: isOn(at(of, 'w:rPr', 'w:vanish')), basedOn: value(at(of, 'w:basedOn')) }
}

const headingOf = ({ name, outline }: Style): number => {
  const named = /^heading (\d)/.exec(name)?.[1]
  if (named !== undefined) return Number(named)
  if (name === 'title') return 1
  return outline !== null && outline < 9 ? outline + 1 : 0
}

/** The styles and numberings of the document; both parts may be missing. */
export const readStyles = async (zip: Zip): Promise<DocxStyles> => {
  const sheet = await zip.text('word/styles.xml'), numberings = await zip.text('word/numbering.xml')
  const styles = new Map(sheet === null ? [] : below(parseXml(sheet), 'w:style').map((s) => [s.attributes['w:styleId'] ?? '', styleOf(s)]))
  const numbering = numberingOf(numberings === null ? null : parseXml(numberings))
  const chain = (id: string | null, depth = 0): readonly Style[] => {
    const style = id === null || depth > 20 ? undefined : styles.get(id)
    return style === undefined ? [] : [style, ...chain(style.basedOn, depth + 1)]
  }
  const styled = (paragraph: XmlElement): readonly Style[] => chain(value(at(paragraph, 'w:pPr', 'w:pStyle')))
  const listedIn = (paragraph: XmlElement): { readonly list: string; readonly level: number } | null => {
    const numbered = at(paragraph, 'w:pPr', 'w:numPr') ?? styled(paragraph).find((s) => s.numbering !== undefined)?.numbering, list = value(at(numbered, 'w:numId'))
    return numbered === undefined || list === null || list === '0' || !numbering.has(list) ? null : { list, level: Number(value(at(numbered, 'w:ilvl')) ?? 0) || 0 }
  }
  return {
    headingLevel: (paragraph) => {
      const own = value(at(paragraph, 'w:pPr', 'w:outlineLvl'))
      return own !== null && Number(own) < 9 ? Number(own) + 1 : (styled(paragraph).map(headingOf).find((level) => level > 0) ?? 0)
    },
    bullet: (paragraph) => {
      const listed = listedIn(paragraph)
      return listed === null ? 0 : listed.level > 0 ? 2 : 1
    },
    label: (paragraph) => {
      const listed = listedIn(paragraph)
      return listed === null ? null : numbering.label(listed.list, listed.level)
    },
    isContents: (paragraph) => /^toc ?\d$/i.test(value(at(paragraph, 'w:pPr', 'w:pStyle')) ?? '') || styled(paragraph).some((s) => /^(?:toc \d|contents \d|table of figures)$/.test(s.name)),
    hidden: (run) => isOn(at(run, 'w:rPr', 'w:vanish')) || chain(value(at(run, 'w:rPr', 'w:rStyle'))).some((s) => s.hidden),
  }
}

/** The title in the document's properties, which is seldom better than its first heading: null where empty. */
export const readTitle = async (zip: Zip): Promise<string | null> => {
  const core = await zip.text('docProps/core.xml')
  const title = core === null ? undefined : elements(elements(parseXml(core))[0] ?? { name: '', attributes: {}, children: [] }).find((e) => e.name === 'dc:title')
  const text = title?.children.filter((c) => typeof c === 'string').join('').trim() ?? ''
  return text === '' ? null : text
}
