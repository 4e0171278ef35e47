import { optionsOf, type Rule } from '../src/core/lint/rule.ts'

/** One example of a rule's header. */
export interface RuleExample {
  readonly kind: 'ok' | 'bad'
  /** The document type of the example; absent if the example's own title determines it. */
  readonly type?: string
  /** The path of the document; absent if it is not a file. */
  readonly path?: string
  readonly text: string
  /** What is reported, one line per message: `line:column-line:column: reason`. */
  readonly messages: readonly string[]
  /** The text after the preferred fixes; absent if the example does not state it. */
  readonly fixed?: string
}

/** The Markdown in the comment at the start of a rule's file. Throws if there is none. */
export function readRuleHeader(source: string): string {
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(source)?.[1]
  if (comment === undefined) throw new Error('A rule file opens with a comment that explains it')
  return comment.replace(/^ \* ?/gm, '')
}

/** The examples in a rule's header, in order. */
export function readExamples(header: string): readonly RuleExample[] {
  const examples: { -readonly [K in keyof RuleExample]: RuleExample[K] }[] = []
  for (const [, , info = '', body = ''] of header.matchAll(/^(`{3,})(.*)\n([\s\S]*?)\n?^\1$/gm)) {
    const text = body === '' ? '' : `${body}\n`
    const last = examples.at(-1)
    const [language, role, ...attributes] = info.split(' ')
    if (language === 'md' && (role === 'ok' || role === 'bad')) {
      const attributeOf = (name: string) =>
        attributes.find((attribute) => attribute.startsWith(`${name}=`))?.slice(name.length + 1)
      const [type, path] = [attributeOf('type'), attributeOf('path')]
      examples.push({ kind: role, text, messages: [], ...(type && { type }), ...(path && { path }) })
    } else if (last && info === 'text messages') last.messages = text.trimEnd().split('\n')
    else if (last && info === 'md fixed') last.fixed = text
  }
  return examples
}

/** `warning`, or `warning, hint in a draft`. */
export const severityWords = ({ severity, severityInDraft }: Rule): string =>
  severityInDraft === undefined ? severity : `${severity}, ${severityInDraft} in a draft`

/** The Markdown page that explains a rule to users. */
export function rulePage(rule: Rule, header: string): string {
  const { id } = rule
  const rows = Object.entries(optionsOf(rule)).map(
    ([name, option]) => `| \`${name}\` | ${option.description} | \`${JSON.stringify(option.default)}\` |`,
  )
  const table =
    rows.length > 0 ? ['', '## Options', '', '| Option | What it does | Default |', '|---|---|---|', ...rows, ''] : ['']
  const labels: Record<string, string> = {
    ok: 'Good:',
    bad: 'Reported:',
    messages: 'The message:',
    fixed: 'After the quick fix:',
  }
  const body = header.replace(
    /^(`{3,})(md|text) (ok|bad|messages|fixed).*$/gm,
    (_, fence: string, language: string, role: string) => `${labels[role]}\n\n${fence}${language}`,
  )
  return [
    `# ${id}`,
    '',
    `Severity: ${severityWords(rule)}.`,
    '',
    body,
    ...table,
    '## Silence it',
    '',
    `\`<!-- design-docs-disable-next-line ${id} -->\` before a line, \`<!-- design-docs-disable ${id} -->\` from there on, or \`"${id}": "off"\` under \`rules\` in \`.design-docs/config.json\`.`,
    '',
  ].join('\n')
}
