import type { FastifyRequest } from 'fastify'

/** A paper that a form brought, under the name that it had on the person's machine. */
export type BroughtFile = { readonly filename: string; readonly bytes: Buffer }
/** What a form sent. `said` gives a field's text, "" where it was left out; `file` the first file, `files` all that one field brought. */
export type Form = { readonly said: (name: string) => string; readonly names: readonly string[]; readonly file: BroughtFile | null; readonly files: (name: string) => readonly BroughtFile[] }

type Brought = readonly { readonly field: string; readonly file: BroughtFile }[]

const formOf = (fields: Record<string, unknown>, brought: Brought): Form => ({
  names: Object.keys(fields),
  said: (name) => (typeof fields[name] === 'string' ? fields[name].replaceAll('\u0000', '').replace(/\r\n/g, '\n').trim() : ''),
  file: brought[0]?.file ?? null,
  files: (name) => brought.filter((b) => b.field === name).map((b) => b.file),
})

/** What a form sent, with its files. `largest` is how many bytes each may have, where it is fewer than the server takes. */
export const readForm = async (request: FastifyRequest, largest?: number): Promise<Form> => {
  if (!request.isMultipart()) return formOf((request.body ?? {}) as Record<string, unknown>, [])
  const fields: Record<string, unknown> = {}
  const brought: { field: string; file: BroughtFile }[] = []
  for await (const part of request.parts(largest === undefined ? {} : { limits: { fileSize: largest } })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (part.filename !== '' || bytes.length > 0) brought.push({ field: part.fieldname, file: { filename: part.filename, bytes } })
    } else fields[part.fieldname] = part.value
  }
  return formOf(fields, brought)
}
