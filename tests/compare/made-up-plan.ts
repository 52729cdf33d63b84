import type { PlanRow } from '../../src/plans/index.ts'

/** A row of a made-up plan; no real council's words. */
export const row = (theme: string | null, objective: string | null, deliverable: string | null, milestone: string | null, line = 0, review: readonly string[] = []): PlanRow => ({
  theme, objective, deliverable, milestone, status: null, remark: null, review, repaired: [], source: { page: 1, line, cell: null },
  path: Object.entries({ theme, objective, deliverable, milestone }).flatMap(([level, text]) => (text === null ? [] : [{ level, text }])),
})

type Made = readonly [theme: string, objectives: readonly (readonly [objective: string, deliverables: readonly (readonly [deliverable: string, milestones: readonly string[]])[]])[]]

const made: readonly Made[] = [
  ['Living well', [
    ['Help older residents to stay in their own homes', [
      ['Extend the handyperson service', ['Recruit three fitters for the northern villages', 'Carry out 640 minor adaptations', 'Report satisfaction of at least 85% to the care board']],
      ['Open an extra care scheme at Tannery Court', ['Develop outline business case', 'Seek planning permission', 'Commence construction']],
      ['Redesign respite breaks for carers', ['Consult carers on what they need from a break', 'Develop and agree a new model of respite', 'Re-tender the sitting service']],
    ]],
    ['Give every child a fair start', [
      ['Expand family hubs', ['Open two family hubs in Marlow Green and Eastcote', 'Train 45 health visitors in speech and language screening', 'Develop and implement a parenting programme']],
      ['Reduce waiting times for assessments', ['Reduce the average wait for an autism assessment to 18 weeks', 'Clear the backlog of 210 open referrals', 'Appoint a lead clinician']],
      ['Improve attendance at school', ['Reduce persistent absence to 14%', 'Publish a directory of alternative provision', 'Hold termly attendance panels in every secondary school']],
    ]],
  ]],
  ['Green borough', [
    ['Waste less and recycle more', [
      ['Bring in weekly food waste collections', ['Purchase 12 collection vehicles', 'Deliver caddies to 58,000 households by September 2026', 'Launch the collections in all wards']],
      ['Raise the recycling rate', ['Increase the household recycling rate to 52%', 'Run quarterly repair cafés in each town', 'Complete the review of bring sites']],
      ['Tackle fly-tipping', ['Install 20 cameras at known hotspots', 'Issue 300 fixed penalty notices', 'Publish an enforcement policy']],
    ]],
    ['Be carbon neutral as an organisation', [
      ['Cut emissions from council buildings', ['Install heat pumps at four leisure centres', 'Complete the retrofit of the Guildhall by March 2027', 'Reduce gas consumption by 10%']],
      ['Electrify the fleet', ['Procure 26 electric vans', 'Build a charging depot at Quarry Lane', 'Train drivers on efficient driving']],
      ['Restore nature on council land', ['Plant 9,000 trees along the Wend valley', 'Adopt a pollinator action plan', 'Manage 30 hectares of verges as meadow']],
    ]],
  ]],
  ['Thriving places', [
    ['Renew our town centres', [
      ['Regenerate the Corn Exchange', ['Appoint a conservation architect', 'Complete detailed design', 'Start work on site by Q3 2026/27']],
      ['Bring empty shops back to life', ['Award grants worth £250,000 to new traders', 'Let eight vacant units on short leases', 'Agree a shopfront design guide']],
      ['Improve the market square', ['Complete public consultation on the square', 'Develop full business case', 'Commence construction of the new paving']],
    ]],
    ['Build the homes people need', [
      ['Deliver affordable homes', ['Complete 120 affordable homes', 'Purchase 15 properties for temporary accommodation', 'Adopt the new allocations policy']],
      ['Bring forward the Mill Road site', ['Submit a planning application for the Mill Road site', 'Develop outline business case', 'Appoint a development partner']],
      ['Raise standards in rented homes', ['Inspect 400 privately rented homes', 'Introduce selective licensing in Harbour ward', 'Respond to hazard complaints within five working days']],
    ]],
  ]],
  ['An efficient council', [
    ['Serve residents first time', [
      ['Replace the customer portal', ['Implement phase 1 of the customer portal', 'Answer 80% of calls within two minutes', 'Migrate the top ten forms']],
      ['Make our information easy to find', ['Rewrite 150 web pages in plain English', 'Achieve accessibility level AA across all sites', 'Review the reading age of standard letters']],
    ]],
    ['Spend wisely', [
      ['Balance the budget', ['Deliver savings of £6.4m', 'Complete zero-based reviews of three services', 'Report the financial position monthly to the leadership team']],
      ['Get more from contracts', ['Develop and publish a procurement pipeline', 'Train contract managers in all directorates', 'Re-let the insurance contract by June 2026']],
      ['Use fewer buildings', ['Dispose of five surplus buildings', 'Move 90 staff from Annexe House', 'Sign a lease for the new records store']],
    ]],
    ['Be a good employer', [
      ['Keep skilled staff', ['Reduce staff turnover to 11%', 'Launch a mentoring scheme', 'Appoint 24 apprentices']],
      ['Look after wellbeing', ['Reduce sickness absence to eight days a year for each employee', 'Train 60 mental health first aiders', 'Conduct a staff survey']],
      ['Lead well', ['Develop and launch a leadership programme', 'Hold annual reviews for every manager', 'Agree a succession plan for critical posts']],
    ]],
  ]],
]

let line = 0
/** The made-up plan: 4 themes, 9 objectives, 26 deliverables, 78 milestones, some of them in the same words under several deliverables. */
export const madeUpPlan: readonly PlanRow[] = made.flatMap(([theme, objectives]) =>
  objectives.flatMap(([objective, deliverables]) => deliverables.flatMap(([deliverable, milestones]) => milestones.map((m) => row(theme, objective, deliverable, m, (line += 1))))))
