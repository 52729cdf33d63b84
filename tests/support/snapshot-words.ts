/** The words of the made-up council's plan. */
type Outline = { readonly theme: string; readonly objectives: readonly { readonly text: string; readonly deliverables: readonly { readonly text: string; readonly subject: string }[] }[] }

const deliverable = (text: string, subject: string): { text: string; subject: string } => ({ text, subject })
const objective = (text: string, ...deliverables: { text: string; subject: string }[]): Outline['objectives'][number] => ({ text, deliverables })

export const outline: readonly Outline[] = [
  { theme: 'People', objectives: [
    objective('Children start school ready to learn', deliverable('Open family hubs in both market towns', 'the family hubs'), deliverable('Give every nursery a link to a speech therapist', 'the speech therapy links')),
    objective('Older people live well at home', deliverable('Widen the home adaptation service', 'home adaptations'), deliverable('Join up falls prevention with the health trust', 'falls prevention')),
    objective('Pupils with SEND are taught near home', deliverable('Build a resource base at Cotter Road school', 'the Cotter Road base')),
  ] },
  { theme: 'Homes', objectives: [
    objective('More homes that people can afford', deliverable('Release three council sites for building', 'the three sites'), deliverable('Set up a housing company', 'the housing company')),
    objective('Private renters are safe', deliverable('License houses in multiple occupation (HMO)', 'the licensing scheme'), deliverable('Bring empty homes back into use', 'empty homes')),
    objective('Nobody has to sleep rough', deliverable('Open a winter night centre', 'the night centre')),
  ] },
  { theme: 'Places', objectives: [
    objective('Roads and pavements are kept in good order', deliverable('Resurface the twelve worst roads', 'the road programme'), deliverable('Mend pavements on school routes', 'school pavements')),
    objective('Town centres are busy again', deliverable('Renew the market hall', 'the market hall'), deliverable('Bring free wireless to three high streets', 'street wireless')),
    objective('Buses that people can rely on', deliverable('Start the evening bus', 'the evening bus')),
  ] },
  { theme: 'Climate', objectives: [
    objective('The council halves its own carbon by 2030', deliverable('Fit heat pumps in six schools', 'the school heat pumps'), deliverable('Move the fleet to electric vans', 'the van fleet')),
    objective('Rivers and floods are looked after', deliverable('Agree flood plans with riverside parishes', 'the flood plans'), deliverable('Restore two miles of the Wen brook', 'the Wen brook')),
    objective('Less is thrown away', deliverable('Collect food waste every week', 'food waste')),
  ] },
]

/** Steps of any piece of work; `round` is 2 and up where a long list comes round again. */
export const stages: readonly ((subject: string, round: number) => string)[] = [
  (s, n) => `Agree the outline of ${s}${again(n)}`, (s, n) => `Consult residents on ${s}${again(n)}, with at least 200 answers`,
  (s, n) => `Let the contract for ${s}${again(n)}`, (s, n) => `Begin work on ${s}${again(n)} by 31 December 2025`, (s, n) => `Review what ${s}${again(n)} achieved and report to scrutiny`,
]
const again = (round: number): string => (round === 1 ? '' : `, phase ${round}`)

/** Remarks by status. Some look like formulas or mark-up, as officers' words do. */
export const remarks: Readonly<Record<string, readonly string[]>> = {
  Blue: ['Done in August; the audit team has seen the evidence.', 'Finished ahead of its date.', '+12 places opened since June, so this is closed.'],
  Green: ['Design is finished and the work is let.', 'Going as planned.', 'Responses are in; a summary goes to members in November.', 'See lot C#14 at <tender portal>; 3 * 2 bids came in.'],
  Amber: ['The post of project manager has been empty since July; an agency appointment starts on 3 November.', '-2 officers against plan; the lost month should be won back by March.', 'The supplier asks for £40k more; options are with the section 151 officer.'],
  Red: ['=1 bid received and it was over budget, so the tender must be run again.', 'The site cannot be bought at the price agreed; a new site is being sought.'],
  Grey: ['Starts in January.'],
  Purple: ['@ the request of the health trust, until its own review ends.'],
  Black: ['Cabinet ended this work in July, as the grant was withdrawn.'],
}
