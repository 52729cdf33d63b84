/** Made-up tables of figures as a paper might print them: every one is right, so that a check must be silent; most keep sums that damage must break. */
/** `bound`: every figure of it stands in some sum, so that a change of any one must show. */
export type MadeTable = { readonly name: string; readonly text: string; readonly bound: boolean }

const loose = new Set(['an average at the end', 'no totals at all', 'limits and results', 'last year under the total', 'of which', 'growth', 'rounded parts', 'rolled forward', 'tax requirement'])
const table = (name: string, rows: readonly string[]): MadeTable => ({ name, text: rows.map((r) => r.replaceAll(' | ', '\t')).join('\n'), bound: !loose.has(name) })

export const rightTables: readonly MadeTable[] = [
  table('budget, outturn, variance in £m', ['Service | Budget £m | Outturn £m | Variance £m', 'Adults | 61.4 | 63.0 | 1.6', 'Children | 48.2 | 47.5 | (0.7)', 'Highways | 20.1 | 20.9 | 0.8', 'Finance | 11.3 | 11.0 | (0.3)', 'Total | 141.0 | 142.4 | 1.4']),
  table('subtotals in £000', [" | Original £'000 | Changes £'000 | Current £'000", 'Homes for rent | 4,210 | 150 | 4,360', 'Adaptations | 1,305 | -25 | 1,280', 'Housing subtotal | 5,515 | 125 | 5,640', 'Bridges | 2,040 | 0 | 2,040', 'Lighting | 860 | 75 | 935', 'Footways | 1,111 | -11 | 1,100', 'Roads subtotal | 4,011 | 64 | 4,075', 'Grand total | 9,526 | 189 | 9,715']),
  table('years across', ['Scheme | 2025/26 £000 | 2026/27 £000 | 2027/28 £000 | Total £000', 'Town hall | 500 | 1,250 | 300 | 2,050', 'Leisure pool | 2,400 | 3,100 | - | 5,500', 'School roofs | 640 | 640 | 640 | 1,920', 'Total | 3,540 | 4,990 | 940 | 9,470']),
  table('years down', ['Year | Grants £m | Fees £m | Council tax £m | Total £m', '2022/23 | 30.2 | 8.1 | 90.4 | 128.7', '2023/24 | 31.0 | 8.4 | 94.2 | 133.6', '2024/25 | 29.8 | 8.9 | 98.6 | 137.3', '2025/26 | 28.7 | 9.3 | 103.1 | 141.1']),
  table('totals first', ['Team | Posts | Vacancies', 'Total customer services | 64 | 9', 'Contact centre | 31 | 5', 'Registrars | 12 | 1', 'Libraries | 21 | 3', 'Total corporate | 40 | 4', 'Payroll | 18 | 3', 'Audit | 22 | 1']),
  table('staff in FTE', ['Directorate | Permanent FTE | Agency FTE | Total FTE', 'Adults | 310.5 | 22.4 | 332.9', 'Place | 204.8 | 9.6 | 214.4', 'Resources | 188.2 | 3.0 | 191.2', 'Total | 703.5 | 35.0 | 738.5']),
  table('share of the budget', ['Service | Budget £000 | Spent £000 | % spent', 'Parks | 1,200 | 300 | 25%', 'Waste | 8,400 | 2,520 | 30%', 'Arts | 640 | 96 | 15%', 'Sport | 950 | 418 | 44%', 'Total | 11,190 | 3,334 | 30%']),
  table('shares of 100%', ['Source | Amount £m | Share', 'Council tax | 98.6 | 58%', 'Business rates | 41.2 | 24%', 'Grants | 20.5 | 12%', 'Fees | 10.3 | 6%', 'Total | 170.6 | 100%']),
  table('an average at the end', ['Ward | Visits | Cost per visit £', 'North | 1,204 | 3.10', 'South | 986 | 4.20', 'East | 1,310 | 2.95', 'West | 700 | 3.75', 'Total | 4,200 | ', 'Average | 1,050 | 3.50']),
  table('a balance', ['Reserve | Opening £000 | Contributions £000 | Use £000 | Closing £000', 'General | 9,600 | 400 | (1,150) | 8,850', 'Insurance | 2,210 | 95 | (60) | 2,245', 'Schools | 5,032 | 610 | (777) | 4,865', 'Waste | 3,300 | 1,900 | 0 | 5,200', 'Total | 20,142 | 3,005 | (1,987) | 21,160']),
  table('a saving is plus', ['Area | Budget | Forecast | Underspend / (overspend)', 'Transport | 5,400 | 5,900 | (500)', 'Planning | 1,250 | 1,100 | 150', 'Licensing | 430 | 400 | 30', 'Markets | 210 | 260 | (50)', 'Total | 7,290 | 7,660 | (370)']),
  table('income in brackets', ['Line | Budget £000 | Actual £000 | Variance £000', 'Employees | 4,100 | 4,250 | 150', 'Premises | 720 | 700 | (20)', 'Fees and charges | (2,300) | (2,150) | 150', 'Grants | (900) | (940) | (40)', 'Net expenditure | 1,620 | 1,860 | 240']),
  table('of which', ['Programme | 2025/26 £m', 'Roads | 10.4', 'of which grant | 6.2', 'Schools | 8.3', 'of which grant | 8.0', 'Leisure | 2.9', 'Total | 21.6']),
  table('rounded parts', ['Fund | £m', 'Alpha | 1.3', 'Beta | 2.4', 'Gamma | 3.4', 'Delta | 0.3', 'Total | 7.6']),
  table('growth', ['Age | 2021 | 2022 | 2023 | Increase', '0 to 15 | 3,400 | 3,450 | 3,519 | 3.5%', '16 to 64 | 12,010 | 12,120 | 12,250 | 2.0%', '65 and over | 5,200 | 5,411 | 5,642 | 8.5%', '85 and over | 810 | 842 | 879 | 8.5%']),
  table('no totals at all', ['Band | Charge £', 'A | 1,204.33', 'B | 1,405.05', 'C | 1,605.77', 'D | 1,806.50', 'E | 2,207.94']),
  table('limits and results', ['Indicator | Limit £m | Actual £m | Result', 'Authorised limit | 350.0 | 160.2 | Within limit', 'Operational boundary | 320.0 | 160.2 | Within limit', 'Over a year | 5.0 | NIL | Within limit']),
  table('last year under the total', ['Grant | £000', 'Highways | 4,400', 'Schools | 2,310', 'Housing | 1,250', 'Total | 7,960', 'Total in the year before | 7,115']),
  table('men and women', [' | Men | Women | All', 'Managers | 40 | 52 | 92', 'Officers | 310 | 477 | 787', 'Apprentices | 18 | 25 | 43', 'All staff | 368 | 554 | 922']),
  table('a remainder', ['Interest | £m', 'First month | 0.221', 'Second month | 0.273', 'Third month | 0.276', 'Total | 0.770', 'Budget | 0.500', 'Underspend | 0.270']),
  table('shares under a total', [' | Target £m | At risk £m | Under way £m | Done £m', 'Adults | 3.2 | - | 2.2 | 1.0', 'Children | 2.5 | 0.2 | 1.0 | 1.3', 'Place | 3.1 | - | 0.5 | 2.6', 'Centre | 7.9 | 3.4 | 2.3 | 2.2', 'Total | 16.7 | 3.6 | 6.0 | 7.1', ' | 100% | 22% | 36% | 43%']),
  table('funding', ['Project | Cost £000 | Grant £000 | Borrowing £000 | Receipts £000', 'Bridge | 2,400 | 1,800 | 600 | -', 'Depot | 5,150 | - | 4,000 | 1,150', 'Library | 3,005 | 2,610 | - | 395', 'Quay | 812 | 400 | 200 | 212', 'Total | 11,367 | 4,810 | 4,800 | 1,757']),
  table('transposed', [' | Adults | Children | Highways | Total', 'Budget £m | 61.4 | 48.2 | 20.1 | 129.7', 'Forecast £m | 63.0 | 47.5 | 20.9 | 131.4', 'Variance £m | 1.6 | (0.7) | 0.8 | 1.7']),
  table('total column first', ['Site | All visits | Spring | Summer | Autumn | Winter', 'Castle | 48,210 | 9,400 | 22,310 | 11,000 | 5,500', 'Museum | 31,600 | 7,900 | 9,200 | 8,100 | 6,400', 'Garden | 22,105 | 6,005 | 10,400 | 4,800 | 900', 'Total | 101,915 | 23,305 | 41,910 | 23,900 | 12,800']),
  table('variance and its percentage', ['Service | Budget £000 | Outturn £000 | Variance £000 | Variance %', 'Care | 12,400 | 13,020 | 620 | 5.0%', 'Schools | 8,250 | 8,085 | (165) | (2.0%)', 'Roads | 5,100 | 5,304 | 204 | 4.0%', 'Parks | 1,900 | 1,881 | (19) | (1.0%)', 'Total | 27,650 | 28,290 | 640 | 2.3%']),
  table('rolled forward', ['Balance | £m', 'Opening balance | 31.4', 'Added in the year | 4.8', 'Used in the year | (7.1)', 'Released | (0.6)', 'Closing balance | 28.5']),
  table('tax requirement', ['Requirement | £m', 'Service spending | 412.6', 'Less: grants | (96.3)', 'Less: business rates | (104.0)', 'Collection fund surplus | (2.2)', 'Council tax requirement | 210.1']),
  table('sections with their own totals', ['Scheme | Grant £000 | Council £000 | Total £000', 'Housing |  |  | ', 'Site A | 1,200 | 300 | 1,500', 'Site B | 450 | 150 | 600', 'Housing total | 1,650 | 450 | 2,100', 'Transport |  |  | ', 'Bridge | 900 | 850 | 1,750', 'Cycle lane | 310 | 40 | 350', 'Bus gate | 75 | 20 | 95', 'Transport total | 1,285 | 910 | 2,195', 'All schemes | 2,935 | 1,360 | 4,295']),
  table('hours', ['Centre | Paid hours | Volunteer hours | All hours', 'North | 410.5 | 120.25 | 530.75', 'South | 388.0 | 98.50 | 486.50', 'Total | 798.5 | 218.75 | 1,017.25']),
  table('amounts with pounds', ['Grant | Offered | Claimed | Left', 'Arts | £12,500 | £11,250 | £1,250', 'Sport | £8,000 | £8,000 | £0', 'Youth | £30,400 | £21,900 | £8,500', 'Total | £50,900 | £41,150 | £9,750']),
]

/** Tables that look as if they should add up but need not: nothing in them may be called an error. */
export const innocentTables: readonly MadeTable[] = [
  table('targets and results', ['Measure | Target | Q1 | Q2 | Q3', 'Calls answered in 60 seconds | 80 | 75 | 78 | 82', 'Missed bins per 100,000 | 50 | 61 | 55 | 48', 'Days to relet a home | 28 | 31 | 30 | 27', 'Total complaints | 0 | 41 | 38 | 52']),
  table('running totals', ['Month | Spend to date £000 | Forecast £000', 'April | 410 | 5,000', 'May | 850 | 5,000', 'June | 1,240 | 5,050', 'July | 1,700 | 5,050']),
  table('scores', ['Bid | Price score | Quality score | Rank', 'Firm A | 30 | 44 | 2', 'Firm B | 36 | 41 | 1', 'Firm C | 22 | 39 | 3']),
  table('ages and rates', ['Group | Number | Rate per 1,000 | Region', 'Under 18 | 214 | 9.1 | 8.7', '18 to 64 | 1,806 | 14.2 | 15.0', 'Total | 2,020 | 13.5 | 14.1']),
  table('a part of a list', ['The five largest suppliers | £000', 'Supplier one | 4,100', 'Supplier two | 3,950', 'Supplier three | 2,010', 'Supplier four | 1,800', 'Supplier five | 1,400', 'All suppliers | 61,300']),
  table('dates and terms', ['Loan | Taken | Ends | Rate | £m', 'One | 2009 | 2034 | 4.1% | 5.0', 'Two | 2011 | 2041 | 3.9% | 7.5', 'Three | 2016 | 2046 | 2.6% | 10.0']),
  table('wards', ['Ward | Electors | Seats | Electors per seat', 'Ash | 7,410 | 2 | 3,705', 'Birch | 3,590 | 1 | 3,590', 'Cedar | 10,806 | 3 | 3,602']),
  table('votes', ['Motion | For | Against | Abstained', 'First | 31 | 12 | 4', 'Second | 25 | 20 | 2', 'Third | 40 | 3 | 4']),
  table('prices', ['Item | 2024/25 £ | 2025/26 £ | Change', 'Permit | 60.00 | 64.50 | 7.5%', 'Allotment | 41.00 | 43.00 | 4.9%', 'Market stall | 22.00 | 22.00 | 0.0%']),
  table('cumulative by quarter', ['Measure | Q1 | Q2 | Q3 | Year to date', 'Homes built | 31 | 64 | 90 | 90', 'Apprentices | 4 | 9 | 15 | 15', 'Grants paid £000 | 120 | 260 | 410 | 410']),
  table('two years side by side', ['Measure | 2023/24 | 2024/25 | Target', 'Homes let | 410 | 395 | 400', 'Repairs on time | 91% | 93% | 95%', 'Rent collected | 98.2% | 98.4% | 98.5%', 'Total repairs | 12,004 | 11,870 | ']),
  table('a total of something else', ['Ward | Population | Homes | Total crime', 'Ash | 7,410 | 3,205 | 310', 'Birch | 3,590 | 1,640 | 122', 'Cedar | 10,806 | 4,801 | 498', 'County | 198,400 | 88,100 | 9,420']),
  table('best and worst', ['School | Places | Pupils | Surplus', 'High Street | 420 | 398 | 22', 'Mill Road | 210 | 214 | -4', 'St Mary | 315 | 290 | 25', 'Median of county | 240 | 221 | 17']),
  table('an odd table', ['Reference | Site | Plots | Hectares', '12 | Mill Lane | 40 | 2.1', '15 | Old Depot | 12 | 0.6', '31 | Station Yard | 140 | 5.9']),
]
