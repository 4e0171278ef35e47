import type { Rule } from '../src/core/lint/rule.ts'
import type { Template } from '../src/core/template/template.ts'
import { severityWords } from './ruleHeader.ts'

/** The README with regenerated tables of rules and document types. Throws if the place for one is missing. */
export function withTables(readme: string, rules: readonly Rule[], templates: readonly Template[]): string {
  const ruleRows = rules.map((rule) => `| \`${rule.id}\` | ${rule.description} | ${severityWords(rule)} |`)
  // The description of a fragment is not read here: for the templates in tests, that would parse the file.
  const typeRows = templates.flatMap((template) =>
    template.type
      ? [`| \`${template.type.id}\` | ${titleLine(template.type.titlePrefix)} | ${template.description} |`]
      : [],
  )
  const withRules = fillIn(readme, 'rules', ['| Rule | What it asks | Severity |', '|---|---|---|', ...ruleRows])
  return fillIn(withRules, 'types', ['| Document type | Title line | For |', '|---|---|---|', ...typeRows])
}

/** The beginning of a title line, or `free` if the type does not prescribe one. */
const titleLine = (prefix: string): string => (prefix ? `\`# ${prefix}${/\w$|:$/.test(prefix) ? ' ' : ''}…\`` : 'free')

/** Replaces what is between `<!-- name -->` and `<!-- /name -->`. */
function fillIn(text: string, name: string, lines: readonly string[]): string {
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
  const start = text.indexOf(open)
  const end = text.indexOf(close, start)
  if (start < 0 || end < 0) throw new Error(`README.md has no place for the table of ${name}: ${open}${close}`)
  return `${text.slice(0, start)}${open}${lines.join('\n')}\n${text.slice(end)}`
}
