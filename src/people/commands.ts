import type { Command } from '../cli/command.ts'
import { addCouncil } from './actions.ts'

const councilAdd: Command = {
  name: 'council add',
  summary: 'add a council',
  arguments: '<slug>',
  help: 'The slug is its short name in addresses and on the command line.\nExample: throughline council add north-vale --name "North Vale Council"',
  options: [
    { flags: '--name <name>', description: 'its full name', required: true },
    { flags: '--gss <code>', description: 'its code of the Office for National Statistics' },
    { flags: '--json', description: 'print the council as JSON' },
  ],
  run: async (cli, [slug = ''], { name, gss, json }) => {
    const council = await addCouncil(await cli.db(), 'command line', { slug, name: String(name), gss: typeof gss === 'string' ? gss : null })
    cli.out(json ? JSON.stringify({ slug: council.slug, name: council.name, gss: council.gss }) : `Added ${council.name} as "${council.slug}".`)
    return 0
  },
}

export const peopleCommands: readonly Command[] = [councilAdd]
