import { describe, expect, test } from 'vitest'
import { checkedText } from '../../../../tests/support/checked.ts'
import type { Finding } from '../../../kit/finding.ts'
import { sumsChecks } from './index.ts'

const find = (text: string): Finding[] => { const paper = checkedText(text); return sumsChecks.flatMap((c) => [...c.find(paper)]) }

describe('sentences, right and with one figure changed', () => {
  for (const [right, was, is, expected] of [
    ['Calls rose from 2,140 in May to 2,215 in August 2025, an increase of 75.', '75', '85', '75'],
    ['The wait is forecast to fall from 9.4 weeks to 8.1 weeks, by 1.3 weeks.', '1.3', '1.6', '1.3'],
    ['The fund grew by £340k, from £1,200k to £1,540k.', '£340k', '£430k', '£340k'],
    ['Turnout went from 31.4% to 35.0%, a rise of 3.6 percentage points.', '3.6 p', '4.6 p', '3.6 percentage points'],
    ['The register has 412 names, up 17 from 395.', '17', '27', '17'],
    ['There were 318 appeals, 24 fewer than the 342 of the year before.', '24 fewer', '34 fewer', '24'],
    ['We let 12 flats in the spring besides the 9 planned for, making 21 in all.', '21', '23', '21'],
    ['The board has five meetings in the town, four in the villages and two by video: 11 in all.', '11', '12', '11'],
    ['A grant of £1,250k would be drawn from the reserve, which stood at £4,100k in April, leaving £2,850k.', '£2,850k', '£3,850k', '£2,850k'],
    ['The allowance of 20% on a cost of £90.0m is £18.0m; £6.5m of it has been spent, leaving £11.5m.', '£11.5m', '£12.5m', '£11.5m'],
    ['The extension provides 36 rooms: 16 in 2027 and 20 in the year after.', 'and 20', 'and 30', '46'],
    ['There are seven risks: 1 Severe, 4 Medium and 2 Low.', 'seven', 'eight', '7'],
    ['Of the 14 measures 6 are green, 5 amber and 3 red.', '3 red', '4 red', '15'],
    ['The 14 measures are below. Compared with last year 8 have improved, 4 have worsened and 2 are unchanged.', '8 have', '9 have', '15'],
    ['We are under-borrowed by £11.6m: the requirement of £52.4m less loans of £40.8m.', '£11.6m', '£12.6m', '£11.6m'],
    ['The saving is £3,150 at each election. The bus would cost £450, so the net saving is £2,700.', '£2,700', '£3,600', '£2,700'],
    ['£9,400 was recovered: £5,150 of fees and £4,250 of rent.', '£4,250', '£4,520', '£9,670'],
    ['2. 1,236 tenants wrote to us in 2025/26, up 3.0% from 1,200 in 2024/25.', '3.0%', '2.9%', '3.0%'],
    ['The burial fee was £1,144 from 1 April 2025 (£1,100 before), a rise of 4.0%.', '4.0%', '3.5%', '4.0%'],
    ['Cleaning took 3,180 hours against 3,000 planned (+6.0%).', '6.0%', '5.7%', '6.0%'],
    ['Fines rose by 25%, from 40 to 50.', '25%', '20%', '25%'],
    ['Of the £8.0m budget, £2.0m (25%) has gone.', '25%', '52%', '25%'],
    ['The savings planned are £4.6 million. Of these £2,990,000 (65%) was made in the year.', '65%', '56%', '65%'],
    ['There were 240 bids. Of these, 60 (25%) were accepted.', '25%', '52%', '25%'],
    ['Spending so far is £3.0m, or 30% of the budget of £10.0m.', '30%', '33%', '30%'],
    ['Five flats were bought back. The saving of £9,000 a flat gives £45,000.', '£45,000', '£54,000', '£45,000'],
    ['The 300 permits at £40 each raised £12,000.', '£12,000', '£21,000', '£12,000'],
    ['£64,000 was paid to 32 tenants, an average of £2,000 per tenant.', '£2,000', '£2,300', '£2,000'],
  ] as const) test(right.replace(was, is), () => {
    expect(find(right)).toEqual([])
    expect(find(right.replace(was, is)).map((f) => f.expected)).toContain(expected)
  })
  for (const [right, was, is, expected] of [
    ['Spending is £31.2m of £40.0m (78.0%).', '78.0%', '87.0%', '78.0%'],
    ['A levy of £400k was paid and £250k of it was drawn, 62.5%.', '62.5%', '65.2%', '62.5%'],
    ['It rose from 40 in spring to 52 in autumn, an increase of 12 (30.0%).', '30.0%', '23.1%', '30.0%'],
    ['Of 75 invoices tested 18 (24%) had no order.', '24%', '42%', '24%'],
    ['There were 80 replies: 52 (65.0%) agreed, 20 (25.0%) disagreed and 8 (10.0%) had no view.', '65.0%', '56.0%', '65.0%'],
    ['Room hire costs £1,450 a month, or £17,400 a year.', '£17,400', '£14,700', '£17,400'],
    ['The increase of £65.00 a year at Band D is £1.25 a week.', '£1.25', '£5.42', '£1.25'],
    ['It is risk 7 on the register, scored 3 x 5 = 15.', '15', '18', '15'],
    ['Just over half (52%) of the flats are let.', '52%', '48%', undefined],
    ['We had spent £1.2m by 31 December 2025, three quarters of the way through the year.', 'three quarters', 'half', undefined],
    ['Enquiries nearly doubled from 120 to 231.', '231', '181', undefined],
    ['Bank Rate stood at 5.25%. It was cut by a quarter point twice, on 8 May and 7 August, and ended at 4.75%.', '4.75%', '5.00%', '4.75%'],
  ] as const) test(right.replace(was, is), () => {
    expect(find(right)).toEqual([])
    expect(find(right.replace(was, is)).map((f) => f.expected)).toEqual([expected])
  })
  for (const innocent of [
    'The grant pays £200 a week for 38 weeks, £7,600 a year.',
    'Fees are £30 a month for the hall and £900 a year for the field.',
    'The service rose from 12 to 9 in the league table.',
    'The deficit rose from £2.4m to £1.9m less the grant.',
    'Bids need 60% on price and at least 40% on quality, with 10% held back.',
    'The overspend of £2.3m is made up of £1.9m on care, £0.8m on agencies and an underspend of £0.4m on buses.',
    'Around a third (29%) of the roofs are flat.',
    'The council has 11 pools. The three pools in the north open on Sundays.',
    'Of the 58 requests, 20 were late and 14 incomplete.',
    'We bought two sites: 12 homes at the quay and 30 homes at the depot.',
    'The panel met 4 times: 3 members came in May and 12 in June.',
    'Rents rise from £80 to £84, an increase of 5%, and the rate went from 4.0% to 5.0%, an increase of 25%.',
    'The stay fell from 9 days to 2 weeks, a change of 5 days.',
    'Four schools had £2,000 each and two had £500, making £9,000 in all.',
    'See Tables 1 to 5 and paragraphs 18 to 20, an increase of 3.',
    'The plan has nine aims. 2 are new, 3 are kept and 1 is dropped.',
  ]) test(`nothing is said of: ${innocent}`, () => { expect(find(innocent)).toEqual([]) })
})

test('a figure that is none of the sum is left alone', () => {
  for (const text of [
    'Bids were marked from 0 to 5 by four officers.',
    'Staff lost 11.3 days each, 1.9 more than the target and 0.6 more than the year before.',
    '4.1 Of 52 notices, 39 were paid (75%); 6 went to court.',
    'The team is 18.5 posts, of which 2.5 were empty in May, leaving 16.0 filled (86.5%).',
    'Rent for 30 garages at £12 a week is £18,720 a year.',
  ]) expect(find(text), text).toEqual([])
})
