import { expect, test } from 'vitest'
import { checkReportFile } from '../../src/papers/checks/own-report.ts'
import { render, type Snapshot } from '../../src/reports/index.ts'
import { snapshotFixture } from '../support/snapshot.ts'

/** A council whose paused work stands outside its headline. */
const withoutPaused = (): Snapshot => {
  const made = snapshotFixture({ milestones: 90 })
  return { ...made, vocabulary: { ...made.vocabulary, statuses: made.vocabulary.statuses.map((s) => (s.kind === 'paused' ? { ...s, counts: false } : s)) } }
}

for (const format of ['html', 'docx', 'pdf'] as const) {
  test(`${format}: a headline that leaves out what the council's own key leaves out is right`, async () => {
    const { judged } = await checkReportFile(`report.${format}`, await render(withoutPaused(), format))
    expect(judged.filter((j) => j.finding.code === 'same.headline')).toEqual([])
  })
}

test('a headline that the key does not explain is still an error', async () => {
  const html = new TextDecoder().decode(await render(withoutPaused(), 'html')).replaceAll(/Not counted in the headline\./g, '')
  const { judged } = await checkReportFile('report.html', new TextEncoder().encode(html))
  expect(judged.map((j) => j.finding.code)).toContain('same.headline')
})
