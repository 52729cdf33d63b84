import type { CheckSettings } from './check.ts'

/**
 * The sections of a Cabinet report in the usual order, each with the other names that councils give it. A name that ends in a colon is
 * a field of the report's header; one that begins with a question mark may be left out without a word.
 */
const sections = [
  'Title of report:|Report title:|Title:|Subject:|Report subject:',
  'Meeting:|Committee:|Report to:|Decision maker:|Meeting name:',
  'Meeting date:|Date of meeting:|Date of decision:|Date of Cabinet:|Date:',
  'Cabinet member:|Portfolio holder:|Lead member:|Executive member:|Lead Cabinet member:|Cabinet portfolio:|Portfolio:',
  'Report by:|Report of:|Report from:|Corporate Director:|Lead director:|Director:',
  'Report author:|Author:|Contact officer:|Lead officer:|Report contact:|Officer contact:',
  'Classification:|Confidentiality:|Exempt information:|Public or private:|Access to information:',
  'Decision type:|Key decision:|Type of decision:|Is this a key decision:',
  'Wards affected:|Ward:|Wards:|Ward affected:|Divisions affected:|Electoral divisions affected:',
  'Purpose|Purpose of report|Purpose of the report|Purpose and summary|Summary|Executive summary|Reason for report',
  'Recommendation(s)|Recommendation|Recommendations|Decision required|Proposed decision',
  'Alternative options|Alternatives considered|Options considered|Alternative options considered|Options|Other options considered',
  'Key considerations|Background|Reasons for recommendations|Background and considerations|Report details|Main considerations|Key issues|Details',
  '?Community impact|Impact on the community|Community implications',
  '?Environmental Impact|Climate change|Environmental implications|Climate implications|Sustainability|Climate and environmental impact',
  'Equality duty|Equality|Equalities|Equality implications|Equality impact|Equality, diversity and inclusion|Public sector equality duty',
  'Resource implications|Financial implications|Finance|Finance and resources|Resources|Financial and resource implications',
  'Legal implications|Legal|Legal and governance implications|Legal and constitutional implications',
  'Risk management|Risks|Risk|Risk implications|Risk assessment|Risks and mitigation',
  'Consultees|Consultation|Consultation and engagement|Engagement',
  'Appendices|List of appendices|Appendices and attachments|Attachments',
  'Background papers|Background documents|List of background papers|Background information|Background reading',
  'Report Reviewers|Report reviewers used for appraising this report|Sign-off|Report sign off|Clearance|Report clearance|Officer clearance|Report approvals',
] as const

const reviewers = [
  'Governance|Democratic services|Governance and democratic services|Monitoring officer', 'Finance|Section 151 officer|S151 officer|Financial',
  'Legal|Legal services', 'Communications|Comms', 'Equality Duty|Equality|Equalities|Equality and diversity', 'Procurement|Commercial', 'Risk|Risk management',
] as const

/** Settings as a council kept them: only what differs from the usual ones. */
export type SettingsRevision = { readonly revision: number; readonly settings: Partial<CheckSettings>; readonly reason: string; readonly who: string; readonly at: Date }

/** A number that a council may set; `usual` holds where it doesn't. */
export type Threshold = { readonly usual: number; readonly unit: string; readonly title: string; readonly hint: string }
export const thresholds: Readonly<Record<string, Threshold>> = {
  signOffMonths: { usual: 12, unit: 'months', title: 'Oldest sign-off', hint: 'A reviewer’s date that lies longer before the meeting is told.' },
  clearDays: { usual: 5, unit: 'days', title: 'Clear days of notice', hint: 'Working days between publishing the papers and the meeting.' },
  questionDays: { usual: 2, unit: 'days', title: 'Time to answer questions', hint: 'Clear working days between the deadline for questions and the meeting.' },
  copiedRemarkLetters: { usual: 40, unit: 'letters', title: 'Copied remarks', hint: 'The same remark on two rows is told from this length on.' },
  repeatedParagraphWords: { usual: 12, unit: 'words', title: 'Repeated paragraphs', hint: 'The same paragraph twice is told from this length on.' },
}

/** What holds where a council has set nothing. */
export const defaultSettings: CheckSettings = {
  off: [],
  sections,
  reviewers,
  thresholds: Object.fromEntries(Object.entries(thresholds).map(([name, { usual }]) => [name, usual])),
}

/** Settings laid over others: what is given replaces a whole list, and single thresholds. */
export const withSettings = (own: Partial<CheckSettings>, under: CheckSettings = defaultSettings): CheckSettings => ({
  off: own.off ?? under.off,
  sections: own.sections ?? under.sections,
  reviewers: own.reviewers ?? under.reviewers,
  thresholds: { ...under.thresholds, ...own.thresholds },
})

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((word, i) => word === b[i])
/** What of the settings differs from the usual ones: all that a council needs to keep. */
export const ownSettings = (settings: CheckSettings): Partial<CheckSettings> => {
  const own = Object.entries(settings.thresholds).filter(([name, value]) => value !== defaultSettings.thresholds[name])
  return {
    ...(settings.off.length === 0 ? {} : { off: settings.off }),
    ...(same(settings.sections, defaultSettings.sections) ? {} : { sections: settings.sections }),
    ...(same(settings.reviewers, defaultSettings.reviewers) ? {} : { reviewers: settings.reviewers }),
    ...(own.length === 0 ? {} : { thresholds: Object.fromEntries(own) }),
  }
}

/** Whether a rule is switched off, by its code or with its area. */
export const isOff = (off: readonly string[], code: string): boolean => off.some((one) => code === one || code.startsWith(`${one}.`))

export const threshold = (settings: CheckSettings, name: string): number => settings.thresholds[name] ?? defaultSettings.thresholds[name] ?? 0
