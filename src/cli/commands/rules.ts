/** The command `rules`: lists the rules, or prints the page of one. */

import { readFile } from 'node:fs/promises'
import { nearest } from '../../core/text/nearest.ts'
import type { Command } from '../command.ts'
import { rulePageFile } from '../installation.ts'
import { UsageError } from '../options.ts'
import { alignColumns } from '../table.ts'

export const rules: Command = {
  name: 'rules',
  usage: 'rules [ID]',
  summary: 'List the rules, or explain one of them',
  options: {},
  async run({ positionals: [id, ...more] }, { out, rules }) {
    if (more.length > 0) throw new UsageError('Name one rule: `design-docs rules ID`')
    if (id === undefined) {
      out(alignColumns(rules.map((rule) => [rule.id, rule.severity, rule.category, rule.description])))
      return 0
    }
    if (!rules.some((rule) => rule.id === id)) {
      const likely = nearest(
        id,
        rules.map((rule) => rule.id),
      )
      const meant = likely === undefined ? '; `design-docs rules` lists them all' : `: did you mean \`${likely}\`?`
      throw new UsageError(`Unknown rule \`${id}\`${meant}`)
    }
    out(await readFile(rulePageFile(id), 'utf8'))
    return 0
  },
}
