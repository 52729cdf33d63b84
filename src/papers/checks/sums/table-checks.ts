import type { Check } from '../check.ts'
import { tableFindings, type TableCode } from './tables.ts'

const check = (code: TableCode, words: Omit<Check, 'code' | 'level' | 'find'>): Check => ({
  code, level: 'error', ...words, find: (paper) => tableFindings(paper).findings.filter((f) => f.code === code),
})

/** What the figures of a table owe each other. All five share one reading of the table, so that one wrong cell is named once. */
export const tableChecks: readonly Check[] = [
  check('sum.total', {
    title: 'A total is the sum of its rows',
    about: 'Every total and subtotal is added up again, column by column. Rounding is allowed for: half a printed unit for each figure added. Where the other columns of a row add up and one does not, that one is wrong. Correct the total, or the row that was changed after it was added up.',
    right: ['Service\t£m\nParks\t1.2\nPools\t2.3\nTotal\t3.5', 'Service\t£m\nParks\t1.2\nPools\t2.3\nTotal\t3.6', 'Ward\tHomes\tPeople\nAsh\t1,204\t3,010\nBeech\t2,117\t5,212\nCedar\t1,866\t4,590\nLargest in the county\t5,187\t9,944'],
    wrong: ['Service\t£m\nParks\t1.2\nPools\t2.3\nTotal\t3.8', 'Asset\tNumber\tValue £000\nDepots\t44\t3,105\nOffices\t160\t9,420\nShops\t412\t7,718\nEstate\t616\t20,423', 'Grant\tPaid £\nArts\t12,400\nSport\t8,250\nAdvice\t31,900\nGiven in the year\t52,450'],
  }),
  check('sum.row', {
    title: 'A column made of others is made of them in every row',
    about: 'Where most rows show that one column is the sum or difference of others (years and their total, budget and changes), every row is held to it. Correct the figure named.',
    right: ['Scheme\t2025/26 £000\t2026/27 £000\tTotal £000\nBridge\t10\t12\t22\nDepot\t15\t5\t20\nQuay\t7\t9\t16', 'Measure\tTarget\tQ1\tQ2\tQ3\tQ4\tYear\nCalls taken\t-\t412\t398\t377\t425\t1,612\nCalls in time\t-\t361\t352\t340\t371\t1,424\nCalls in time %\t85\t88\t88\t90\t87\t88\nLetters in\t-\t51\t64\t58\t49\t222'],
    wrong: ['Scheme\t2025/26 £000\t2026/27 £000\tTotal £000\nBridge\t10\t12\t22\nDepot\t15\t5\t20\nQuay\t7\t9\t18', 'Measure\tTarget\tQ1\tQ2\tQ3\tQ4\tYear\nCalls taken\t-\t412\t398\t377\t425\t1,612\nCalls in time\t-\t361\t352\t340\t371\t1,442\nCalls in time %\t85\t88\t88\t90\t87\t88\nLetters in\t-\t51\t64\t58\t49\t222'],
  }),
  check('sum.variance', {
    title: 'A variance is the difference, with the same sign throughout',
    about: 'Whether an overspend is printed as plus or minus is learnt from most rows. A row whose variance has another size or the other sign is told.',
    right: ['Service\tBudget\tForecast\tVariance\nParks\t10\t12\t2\nPools\t19\t18\t(1)\nPaths\t30\t35\t5'],
    wrong: ['Service\tBudget\tForecast\tVariance\nParks\t10\t12\t2\nPools\t19\t18\t1\nPaths\t30\t35\t5'],
  }),
  check('sum.cell', {
    title: 'A figure agrees with its row and its total',
    about: 'A single figure that, if it were another, would make both its row and its column add up is most likely a slip of typing. Check it against the ledger.',
    right: ['Service\t2025\t2026\tTotal\nParks\t10\t20\t30\nPools\t15\t25\t40\nPaths\t11\t12\t23\nTotal\t36\t57\t93'],
    wrong: ['Service\t2025\t2026\tTotal\nParks\t10\t20\t30\nPools\t15\t52\t40\nPaths\t11\t12\t23\nTotal\t36\t57\t93'],
  }),
  check('sum.rows', {
    title: 'The rows above a total are all there',
    about: 'Where a total agrees with its rows in no column at all, a row was most likely dropped, doubled or moved. Compare the table with its source.',
    right: ['Service\t2025\t2026\nParks\t110\t220\nPools\t150\t250\nPaths\t311\t412\nTotal\t571\t882'],
    wrong: ['Service\t2025\t2026\nParks\t110\t220\nPaths\t311\t412\nTotal\t571\t882'],
  }),
  check('sum.balance', {
    title: 'A balance goes on from the one before',
    about: 'What a year, a quarter or a month opens with is what the one before closed with; a running or cumulative figure is the one before with what was added or taken. Where most rows or columns of a table show it, all are held to it. Correct the figure named.',
    right: ['Year\tOpening £000\tMovement £000\tClosing £000\n2025/26\t8,250\t(1,150)\t7,100\n2026/27\t7,100\t(640)\t6,460\n2027/28\t6,460\t315\t6,775\n2028/29\t6,775\t220\t6,995'],
    wrong: ['Year\tOpening £000\tMovement £000\tClosing £000\n2025/26\t8,250\t(1,150)\t7,100\n2026/27\t7,100\t(640)\t6,460\n2027/28\t6,640\t315\t6,955\n2028/29\t6,955\t220\t7,175'],
  }),
  check('sum.product', {
    title: 'A figure that others make by multiplying or dividing is made so in every row',
    about: 'Where the rows of a table show that one column is the product or the quotient of two others (income of number and price, average cost, posts per head), every row is held to it, rounding allowed for. Correct the figure named, or the one that it was worked out from.',
    right: ['Work\tJobs\tValue £\tAverage £\nShowers\t131\t877,700\t6,700\nStairlifts\t58\t197,200\t3,400\nRamps\t43\t202,100\t4,700\nExtensions\t9\t367,200\t40,800'],
    wrong: ['Vehicle\tNumber\tPrice each £\tCost £\nVans\t6\t31,500\t189,000\nSweepers\t3\t142,000\t462,000\nTractors\t2\t58,750\t117,500', 'Tenure\tHomes\tRent £ a week\tRent £000 a year\nFlats\t812\t91.20\t3,851\nHouses\t1,204\t108.45\t6,970\nBungalows\t310\t99.05\t1,597', 'Work\tJobs\tValue £\tAverage £\nShowers\t131\t877,700\t6,700\nStairlifts\t58\t197,200\t3,400\nRamps\t43\t202,100\t7,400\nExtensions\t9\t367,200\t40,800'],
  }),
]
