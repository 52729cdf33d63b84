import { expect, test } from 'vitest'
import { parseDay } from '../kit/day.ts'
import { Refused } from '../kit/refused.ts'
import { answerTo, ErrorPage, Forbidden, Gone, NotFound } from './errors.tsx'
import { htmlOf } from './html.ts'

const tooLarge = Object.assign(new Error('request file too large'), { code: 'FST_REQ_FILE_TOO_LARGE', statusCode: 413 })
const malformed = Object.assign(new Error('Unexpected token'), { code: 'FST_ERR_CTP_INVALID', statusCode: 415 })

for (const [name, problem, status] of [
  ['nothing there', new NotFound(), 404], ['not allowed', new Forbidden('Nobody has signed in.'), 403], ['taken down', new Gone('The plan', parseDay('2025-11-20')!, 'A remark named a resident.'), 410],
  ['refused', new Refused('The plan has no year.'), 422], ['too large', tooLarge, 413], ['malformed', malformed, 415], ['a fault of ours', new TypeError('x is undefined'), 500], ['not even an error', 'thrown text', 500],
] as const) {
  test(`${name} is a page of status ${status} that says what to do`, () => {
    const found = answerTo(problem)
    expect(found.status).toBe(status)
    expect(found.next.length).toBeGreaterThan(20)
    expect(htmlOf(ErrorPage({ found }))).toContain('Go to the front page')
  })
}

test('a fault’s own words never reach the page', () => {
  expect(htmlOf(ErrorPage({ found: answerTo(new Error('password=secret in /srv/app.ts')) }))).not.toContain('secret')
})

test('what a person typed is shown as text, never as mark-up', () => {
  expect(htmlOf(ErrorPage({ found: answerTo(new Refused('<img src=x onerror=alert(1)>')) }))).not.toContain('<img src=x')
})
