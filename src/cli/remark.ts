/** The plugin for remark: reports our findings among those of remark-lint. */

import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { isRecord } from '../core/data/records.ts'
import { createDocument } from '../core/document/document.ts'
import type { LintMessage } from '../core/lint/lint.ts'
import type { WrittenSettings } from '../core/lint/ruleSettings.ts'
import { createParser } from '../core/markdown/slices.ts'
import { createPositions, type Place } from '../core/text/positions.ts'
import { printable } from '../core/text/printable.ts'
import { engines } from './builtIn.ts'
import { createRemarkTeams } from './remarkTeams.ts'

export interface RemarkOptions {
  /** Take every document for this type; absent: front matter, globs, title and headings say it. */
  readonly documentType?: string
  /** Severity and options by rule id, as in `.design-docs/config.json`, which counts where both speak of a rule. */
  readonly rules?: WrittenSettings
}

/**
 * The rules as one remark plugin, for a `.remarkrc`: `"plugins": [["design-docs/remark", { "rules": { … } }]]`. The only
 * place where messages become `VFileMessage`s. The team's files hold as on the command line, and are read once.
 */
const remarkDesignDocs: Plugin<[RemarkOptions?], Root> = (given) => {
  // A `.remarkrc` may say anything.
  const { documentType, rules: settings }: { readonly [K in keyof RemarkOptions]: unknown } = isRecord(given)
    ? given
    : {}
  const teams = createRemarkTeams(settings)
  return async (_tree, file) => {
    const { team, linter, path, isLeftOut, mistakes } = await teams.of(file)
    for (const mistake of mistakes) say(file, mistake)
    if (isLeftOut) return
    const isKnown = team.types.some(({ id }) => id === documentType)
    if (documentType !== undefined && !isKnown) {
      const known = team.types.map(({ id }) => `\`${id}\``).join(', ')
      say(file, `Unknown document type ${JSON.stringify(documentType)} in the options: choose one of ${known}`)
    }
    // The text, not the tree: places count in it, and another plugin may have changed the tree. Remark's own places leave out
    // a byte order mark.
    const text = String(file).replace(/^\uFEFF/, '')
    const document = createDocument(createParser().parse(text), engines)
    const { messages } = await linter.lint(document, path, isKnown ? String(documentType) : undefined)
    const placeOf = createPositions(text)
    for (const message of messages) report(file, text, placeOf, message)
  }
}

export default remarkDesignDocs

/** Of the configuration, not of a place in the document. */
function say(file: VFile, reason: string): void {
  file.message(printable(reason), { ruleId: 'config', source: 'design-docs' }).fatal = true
}

function report(
  file: VFile,
  text: string,
  placeOf: (offset: number) => Place,
  { start, end, reason, ruleId, severity, source, url, fixes = [] }: LintMessage,
): void {
  const range = { start: { ...placeOf(start), offset: start }, end: { ...placeOf(end), offset: end } }
  const message: VFileMessage = file.message(printable(reason), { place: range, ruleId, source })
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  message.url = url
  message.actual = text.slice(start, end)
  // Other tools replace the place itself; a fix elsewhere cannot be told to them.
  message.expected = fixes.flatMap(({ edits: [edit, ...more] }) =>
    edit && more.length === 0 && !edit.isSnippet && edit.start === start && edit.end === end ? [edit.newText] : [],
  )
}
