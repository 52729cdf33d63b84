import type { SentFile } from '../../web/index.ts'
import { summaryDocument, type Judged } from '../checks/index.ts'

/** A Word document of the findings, to send to the paper's author. */
export const summaryFile = async (file: string, judged: readonly Judged[]): Promise<SentFile> => ({
  bytes: Buffer.from(await summaryDocument([{ file, judged }])), filename: 'proof-reading.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})
