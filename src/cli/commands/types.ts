/** The command `types`: lists the document types known in the current folder. */

import type { Command } from '../command.ts'
import { UsageError } from '../options.ts'
import { alignColumns } from '../table.ts'
import { createWorkspaces } from '../workspaces.ts'

export const types: Command = {
  name: 'types',
  usage: 'types',
  summary: 'List the document types known in the current folder',
  options: {},
  async run({ positionals }, context) {
    if (positionals.length > 0) throw new UsageError('`design-docs types` takes no arguments')
    const workspaces = createWorkspaces(context)
    const { templates } = await workspaces.of(context.cwd)
    const rows = templates.flatMap(({ type, path }) =>
      type ? [[type.id, type.title, path ?? '', type.files.join(' ')]] : [],
    )
    context.out(alignColumns(rows))
    return workspaces.failures().length > 0 ? 2 : 0
  },
}
