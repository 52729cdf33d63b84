import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'

/** Makes one PDF and ends, as the compiler keeps the memory of every report it has made. In: a line with the template and typefaces, then the document; out: the PDF. */
const given = (await buffer(process.stdin)).toString('utf8')
const cut = given.indexOf('\n')
const { template, fonts } = JSON.parse(given.slice(0, cut)) as { template: string; fonts: string[] }
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((f) => readFileSync(f)) }], inputs: { document: given.slice(cut + 1) } })
const compiled = compiler.compile({ mainFileContent: readFileSync(template, 'utf8') })
if (compiled.result === null) {
  const error = compiled.takeError()
  process.stderr.write(`${JSON.stringify(error === null ? 'no reason given' : compiler.fetchDiagnostics(error))}\n`)
  process.exitCode = 1
} else process.stdout.write(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }))
