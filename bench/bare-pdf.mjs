// The floor of the PDF: a process that gives the compiler the tables and nothing else.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { buffer } from 'node:stream/consumers'

const compiler = NodeCompiler.create({ inputs: { tables: (await buffer(process.stdin)).toString('utf8') } })
const compiled = compiler.compile({ mainFileContent: `#set document(title: "Tables")
#set text(lang: "en")
#for t in json(bytes(sys.inputs.tables)) { table(columns: t.first().len(), table.header(..t.first()), ..t.slice(1).flatten()) }` })
process.stdout.write(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }))
