import { expect, test } from 'vitest'
import { readText } from '../../readers/text.ts'
import { defaultSettings } from '../settings.ts'
import { splitPack } from './pack.ts'

const split = (text: string) => splitPack(readText('pack.txt', new TextEncoder().encode(text)), defaultSettings)

test('a pack is an agenda, minutes, reports and what is attached to each', () => {
  const pack = split(`Agenda

Executive

Date: Tuesday 11 March 2025

1.	MINUTES	3 - 5

Minutes of the meeting of the Executive held at the Town Hall on Tuesday 4 February 2025

1. APOLOGIES

Title of report: Roads
Meeting:	Executive
Meeting date:	Tuesday 11 March 2025

Purpose

To agree the programme.

Background papers

None

Appendix A: Programme

Road	Miles

Title of report: Homes
Meeting:	Executive
Meeting date:	Tuesday 11 March 2025

Purpose

To note progress.
`)
  expect(pack.meeting).toBe('2025-03-11')
  expect(pack.parts.map((p) => [p.kind, p.label ?? p.title.slice(0, 7)])).toEqual([['agenda', 'Agenda'], ['minutes', 'Minutes'], ['report', 'Roads'], ['attachment', 'Appendix A'], ['report', 'Homes']])
  expect(pack.reports[0]!.sections.map((s) => s.entry.name)).toEqual(['Purpose', 'Background papers'])
})

test('headings in capitals with their words on the same line are sections too', () => {
  const [report] = split('REPORT TO: Executive\nDATE: 11 March 2025\nSUBJECT: Roads\nREPORT AUTHOR: Head of Roads\n\n1.0 PURPOSE OF REPORT\n\n1.1 To agree it.\n\nBACKGROUND PAPERS: None\n\nAPPENDICES: Appendix A - Roads\n').reports
  expect(report!.title).toBe('Roads')
  expect(report!.sections.map((s) => [s.entry.name, s.lines.map((l) => l.text)])).toEqual([['Purpose', ['1.1 To agree it.']], ['Background papers', ['None']], ['Appendices', ['Appendix A - Roads']]])
})

test('a header that lists its appendices does not end the report', () => {
  const sections = ['Summary', 'Roads', 'Bridges', 'Costs'].map((t, i) => `${i + 1} ${t}\n\n${i + 1}.1 The roads of the county are old and have to be mended.\n\n`).join('')
  const { parts } = split(`Report to: Executive\nDate: Tuesday 18 November 2025\nTitle: Roads\nReport author: Head of Roads\nAppendices: 1. Programme\n\n${sections}Appendix 1: Programme\n\nRoad\tMiles\nMill Road\t3\n`)
  expect(parts.map((p) => [p.kind, p.label])).toEqual([['report', null], ['attachment', 'Appendix 1']])
})

test('a plan by itself is one paper', () => { expect(split('Delivery Plan 2025/26\n\nObjectives\tDeliverables\nRoads\tMend them\n').parts.map((p) => p.kind)).toEqual(['paper']) })

test('minutes are of the day they were held on, not of the meeting whose matters arose', () => {
  expect(split('Minutes of the Finance Committee\n\nHeld on Tuesday 11 March 2025\n\nMatters arising from the Finance Committee of 14 January 2025.\n').meeting).toBe('2025-03-11')
})
