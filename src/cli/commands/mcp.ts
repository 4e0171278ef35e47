/** The command `mcp`: lets an agent call lint, review, template and explainRule. */

import { resolve } from 'node:path'
import type { Command } from '../command.ts'
import { UsageError } from '../options.ts'
import { isFolder } from '../readText.ts'

export const mcp: Command = {
  name: 'mcp',
  usage: 'mcp [FOLDER]',
  summary:
    'Serve an agent over the Model Context Protocol; reads only the folders it has open, or else FOLDER (by default the current one)',
  options: {},
  async run({ positionals: [path = '.', ...more] }, context) {
    const cwd = resolve(context.cwd, path)
    if (more.length > 0) throw new UsageError('Name one folder: `design-docs mcp [FOLDER]`')
    if (!(await isFolder(cwd))) throw new UsageError(`\`${path}\` is not a folder`)
    if (process.stdin.isTTY)
      context.err("design-docs: waiting for an agent's program on standard input; see docs/agents.md, Ctrl+C to stop\n")
    // Loaded on demand, since no other command needs it.
    const { serve } = await import('../mcp/serve.ts')
    await serve({ ...context, cwd })
    return 0
  },
}
