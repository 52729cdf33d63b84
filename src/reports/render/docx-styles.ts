import { AlignmentType, LevelFormat, LineRuleType, type INumberingOptions, type IStylesOptions } from 'docx'
import { brand } from '../../charts/index.ts'
import type { StatusMark } from '../document.ts'

/** A colour as Word writes it. */
export const hex = (colour: string): string => colour.slice(1)
/** On every machine with Word, and LibreOffice has one of the same widths; officers go on editing this file. */
export const font = 'Arial'
/** A line's height as a share of the type's, in 240ths, so that a picture is not cut to it. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO })

const quiet = { color: hex(brand.quiet) }
const head = (size: number, before: number, after: number, color: string) => ({ run: { font, size, bold: true, color }, paragraph: { spacing: { before, after }, keepNext: true, keepLines: true } })

export const styles: IStylesOptions = {
  default: {
    document: { run: { font, size: 21, color: hex(brand.ink), language: { value: 'en-GB' } }, paragraph: { spacing: { after: 120, ...lines(259) } } },
    title: { run: { font, size: 48, bold: true, color: hex(brand.ink) }, paragraph: { spacing: { before: 60, after: 60, ...lines(240) } } },
    heading1: head(32, 420, 140, hex(brand.green)), heading2: head(25, 320, 100, hex(brand.ink)), heading3: head(22, 240, 60, hex(brand.ink)),
    listParagraph: { run: { font }, paragraph: { spacing: { after: 60 } } },
    caption: { run: { font, size: 19, italics: false, bold: false, color: hex(brand.quiet) }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true } },
    hyperlink: { run: { color: hex(brand.green), underline: {} } },
  },
  paragraphStyles: [
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', next: 'Normal', quickFormat: true, run: { size: 28, bold: true }, paragraph: { spacing: { after: 140, ...lines(252) }, keepNext: true } },
    { id: 'Note', name: 'Note', basedOn: 'Normal', quickFormat: true, run: quiet },
    { id: 'Council', name: 'Council', basedOn: 'Normal', run: { bold: true, color: hex(brand.green) }, paragraph: { spacing: { after: 0 } } },
    { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 25 }, paragraph: { spacing: { after: 20 } } },
    { id: 'ContentsHeading', name: 'Contents Heading', basedOn: 'Normal', next: 'Normal', run: { size: 26, bold: true }, paragraph: { spacing: { before: 320, after: 80 }, keepNext: true } },
    { id: 'TableText', name: 'Table Text', basedOn: 'Normal', quickFormat: true, run: { size: 17 }, paragraph: { spacing: { before: 36, after: 36, ...lines(228) } } },
    { id: 'TableQuiet', name: 'Table Quiet', basedOn: 'TableText', run: quiet },
    { id: 'Status', name: 'Status', basedOn: 'Normal', run: { bold: true, size: 20 }, paragraph: { spacing: { before: 160, after: 30 }, keepNext: true, keepLines: true } },
    { id: 'Item', name: 'Item', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { after: 10 }, keepNext: true, keepLines: true } },
    { id: 'Where', name: 'Where', basedOn: 'Normal', run: { ...quiet, size: 19 }, paragraph: { spacing: { after: 10 }, keepNext: true, keepLines: true } },
  ],
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, depth: number) =>
  ({ level: depth, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 380 + depth * 360, hanging: 300 } } } })

/** Lists of the document, each its own so that its letters or numbers begin again; and for each status a marker, its letter, that stands before the word without being part of it. */
export const numberingOf = (statuses: readonly StatusMark[]): INumberingOptions => {
  return {
    config: [
      { reference: 'bullet', levels: [level(LevelFormat.BULLET, '•', 0), level(LevelFormat.BULLET, '–', 1)] },
      { reference: 'number', levels: [level(LevelFormat.DECIMAL, '%1.', 0), level(LevelFormat.DECIMAL, '%2.', 1)] },
      { reference: 'letter', levels: [level(LevelFormat.LOWER_LETTER, '%1)', 0), level(LevelFormat.LOWER_LETTER, '%2)', 1)] },
      ...statuses.map((s) => ({
        reference: statusList(s), levels: [{ level: 0, format: LevelFormat.BULLET, text: s.letter || '•', alignment: AlignmentType.LEFT, style: { run: { font, bold: true }, paragraph: { indent: { left: 240, hanging: 240 } } } }],
      })),
    ],
  }
}
export const statusList = (s: StatusMark): string => `status ${s.code}`
