/** Papers of a made-up council in which all is right, in three forms: labels in cells, labels with colons, and an agenda with an update. Our own words. */
const sections = (body: readonly string[]): string => body.join('\n\n')

const cells = `Title of report:\tQuarter 2 2025/26 roads report
Meeting:\tCabinet
Meeting date:\tThursday 20 November 2025
Cabinet member:\tCabinet member, roads and bridges
Report by:\tDirector of Places
Report author:\tHead of Roads
${''}
${sections([
  'Classification', 'Open', 'Decision type', 'Non-key', 'Wards affected', 'All wards', 'Purpose', 'To approve the programme of works on roads and bridges.', 'Recommendation(s)', 'That:',
  'a) the programme in Appendix A is approved; and', 'b) the Director of Places is authorised to let the contracts.', 'Alternative options', '1. To leave the roads as they are. This would cost more later on.',
  'Key considerations', '2. The roads were surveyed on Monday 8 September 2025, and the survey is in Appendix B.', '3. As paragraph 2 above says, the survey covers every road.', '4. The works begin on 12 January 2026.', '5. They end on Friday 27 February 2026.',
  'Community impact', '6. People will get to work sooner.', 'Environmental Impact', '7. Warm asphalt uses less gas.', 'Equality duty', '8. Kerbs are lowered where people cross.', 'Resource implications', '9. The works are paid from the budget of the year.',
  'Legal implications', '10. The council must keep its roads in repair.', 'Risk management', '11. Frost may delay the works.', 'Consultees', '12. The parishes were asked in October 2025.',
  'Appendices', 'Appendix A: Programme of works', 'Appendix B: Survey of roads at 30 September 2025 (Quarter 2)', 'Background papers', 'None', 'Report Reviewers',
])}

Governance\tA Fielding\tDate 03/11/2025
Finance\tB Marlowe\tDate 04/11/2025
Legal\tC Ostler\tDate 05/11/2025
Procurement\tD Pryce\tDate 05/11/2025
Risk\tE Quill\tDate 06/11/2025
Approved by\tF Rowan\tDate 07/11/2025

Appendix A: Programme of works

Actions to be taken\tLead\tBy when\tProgress
Resurface the road to the mill\tHead of Roads\tOctober 2025\tDone in the first week
Rebuild the old bridge by the church\tHead of Bridges\tFebruary 2026\tDesign is agreed
Paint the crossings at both schools\tHead of Roads\tSeptember 2025\tDone before term began

Appendix B: Survey of roads at 30 September 2025 (Quarter 2)

Road\tMiles\tFaults
Mill Road\t3\t12
Church Road\t5\t9
`

const colons = `Report title: Winter shelters

Committee: Housing Committee

Date of meeting: Tuesday 10 June 2025

Portfolio holder: Portfolio holder for housing

Report of: Director of Homes

Author: Head of Housing Options

${sections([
  'Purpose of report', 'To note how the winter shelters were used.', 'Recommendations', '1. That the report is noted.', 'Background', '2. The shelters opened on Saturday 30 November 2024.', '3. They closed on Monday 31 March 2025.', '4. Volunteers came from every parish.',
  'Financial implications', '5. The cost was met from the grant.', 'Legal implications', '6. There are none.', 'Risks', '7. The grant may end.', 'Appendices', 'Appendix 1: Use by month', 'Background papers', 'None', 'Report clearance',
])}

Finance\tG Sorrel\tDate 27/05/2025
Legal services\tH Tanner\tDate 28/05/2025
Approved by\tI Umber\tDate 30/05/2025

Appendix 1: Use by month

Month\tGuests
December 2024\t41
January 2025\t52
`

const agenda = `Agenda

Cabinet

Date: Thursday 17 July 2025

Time: 2.30 pm

\tPages
3.\tMINUTES\t5 - 12
4.\tDELIVERY PLAN, QUARTER 1\t13 - 30
5.\tROADS\t31 - 48

The deadline for questions is 5pm on Thursday 10 July 2025.

The report on item 6 is to follow on 9 July 2025.

Title of report: Delivery plan 2025/26, Quarter 1 update
Meeting:\tCabinet
Meeting date:\tThursday 17 July 2025

Purpose

To report progress at Quarter 1 2025/26.

Appendices

Appendix A: Progress at 30 June 2025 (Quarter 1)

Background papers

None

Appendix A: Progress at 30 June 2025 (Quarter 1)

Objectives\tThis year we will\tKey milestones\tRAG\tRemarks
Better roads\tRepair roads\tSurvey every road\tGreen\tThe survey of the north has begun with three teams.
\tRepair bridges\tAppoint a builder\tGreen\tTenders are out for the first bridge by the church.
\tMend signs\tMend all signs\tBlue\tAll of the signs were mended in May by the parishes.
\tOpen paths\tClear six paths\tAmber\tTwo of the six paths are clear; rain held up the others.
Good homes\tBuild homes\tFinish forty homes\tGreen\tThe roof is on thirty of the homes at the mill.
\tWarm homes\tInsulate ninety homes\tGreen\tForty are done and the rest are booked for the autumn.

Key
Green - On target\tAmber - At risk\tBlue - Completed\tRed - Off target
`

export const rightPapers: readonly { readonly name: string; readonly text: string }[] = [{ name: 'labels in cells', text: cells }, { name: 'labels with colons', text: colons }, { name: 'agenda with an update', text: agenda }]
