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

/** What holds where a council has set nothing: days and months are whole numbers. */
export const defaultSettings: CheckSettings = {
  off: [],
  sections,
  reviewers,
  thresholds: {
    signOffMonths: 12,
    clearDays: 5,
    questionDays: 2,
    copiedRemarkLetters: 40,
    repeatedParagraphWords: 12,
    approvalMonth: 3,
  },
}

/** The council's own settings laid over the usual ones. */
export const withSettings = (own: Partial<CheckSettings>): CheckSettings => ({
  off: own.off ?? defaultSettings.off,
  sections: own.sections ?? defaultSettings.sections,
  reviewers: own.reviewers ?? defaultSettings.reviewers,
  thresholds: { ...defaultSettings.thresholds, ...own.thresholds },
})

export const threshold = (settings: CheckSettings, name: string): number => settings.thresholds[name] ?? defaultSettings.thresholds[name] ?? 0
