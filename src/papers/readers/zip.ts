import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { UnreadablePaper } from './unreadable.ts'

/** Bytes unpacked that no honest paper of 50 MB or less needs. */
export const unpackedLimit = 250_000_000
const entryLimit = 10_000

export type Zip = { readonly names: readonly string[]; readonly text: (name: string) => Promise<string | null> }

const broken = (file: string): UnreadablePaper => new UnreadablePaper(file, 'the file is cut off or damaged', 'Download or save it again')
const bomb = (file: string): UnreadablePaper => new UnreadablePaper(file, 'it unpacks to far more than any paper holds', 'Open it in Word or Excel and save it as a new file')

const open = (file: string, bytes: Uint8Array): Promise<ZipFile> => new Promise((resolve, reject) => {
  yauzl.fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, (error, zip) => {
    if (error !== null) reject(broken(file))
    else resolve(zip)
  })
})

const listed = (file: string, zip: ZipFile): Promise<readonly Entry[]> => new Promise((resolve, reject) => {
  const entries: Entry[] = []
  zip.on('entry', (entry: Entry) => {
    entries.push(entry)
    if (entries.length > entryLimit) reject(bomb(file))
    else zip.readEntry()
  })
  zip.on('end', () => { resolve(entries) })
  zip.on('error', (error: Error) => {
    reject(/invalid (relative path|characters)|absolute path/.test(error.message) ? new UnreadablePaper(file, 'it holds a file name that points outside of it', 'Don\'t open it; ask who sent it') : broken(file))
  })
  zip.readEntry()
})

/** The unpacked bytes of one part. The stream itself is counted, because a directory can lie about sizes. */
const unpack = (file: string, zip: ZipFile, entry: Entry): Promise<Buffer> => new Promise((resolve, reject) => {
  zip.openReadStream(entry, (error, stream) => {
    if (error !== null) { reject(broken(file)); return }
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => { pieces.push(piece) })
    stream.on('end', () => { resolve(Buffer.concat(pieces)) })
    stream.on('error', (fault: Error) => { reject(/too many bytes/.test(fault.message) ? bomb(file) : broken(file)) })
  })
})

/** Opens a ZIP after summing the sizes in its directory: refuses bombs, names that point outside, and damaged files. */
export const openZip = async (file: string, bytes: Uint8Array): Promise<Zip> => {
  const zip = await open(file, bytes)
  const entries = await listed(file, zip)
  if (entries.reduce((sum, e) => sum + e.uncompressedSize, 0) > unpackedLimit) throw bomb(file)
  if (entries.some((e) => e.isEncrypted())) throw new UnreadablePaper(file, 'it is protected by a password', 'Save a copy without the password')
  const byName = new Map(entries.map((e) => [e.fileName, e]))
  return {
    names: [...byName.keys()],
    text: async (name) => {
      const entry = byName.get(name)
      return entry === undefined ? null : new TextDecoder().decode(await unpack(file, zip, entry))
    },
  }
}
