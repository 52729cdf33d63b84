import { Answer, Part, Token, WorkPage, type Work } from '../../web/index.ts'
import { Found, foundTitle, UploadForm, type Shown } from './views.tsx'

const BringPaper = ({ work, refused }: { work: Work; refused?: string | undefined }) => <UploadForm action={`/${work.council.slug}/work/check`} hidden={<Token work={work} />} refused={refused} />

export const CheckPage = ({ work, refused }: { work: Work; refused?: string }) => (
  <WorkPage work={work} title="Does this paper add up?" current="check" refused={refused} field="paper">
    <Answer text="Does this paper add up?"><p>Sums, percentages, dates, things said twice, and gaps are looked for, and shown beside the paper’s own words.</p></Answer>
    <BringPaper work={work} refused={refused} />
  </WorkPage>
)

/** What was found in a paper that was brought. */
export const CheckedPage = ({ work, file, findings }: { work: Work; file: string; findings: readonly Shown[] }) => (
  <WorkPage work={work} title={foundTitle(findings.map((s) => s.finding))} current="check" wide>
    <Found file={file} findings={findings} />
    <Part id="again" title="Check another"><BringPaper work={work} /></Part>
  </WorkPage>
)
