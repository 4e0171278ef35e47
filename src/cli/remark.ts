import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { createDiagramChecker } from '../core/diagramChecker.ts'
import { createDocument } from '../core/document.ts'
import { createLinter, type LintMessage } from '../core/lint.ts'
import { createPositions, type Place } from '../core/positions.ts'
import { printable } from '../core/printable.ts'
import { isRecord } from '../core/records.ts'
import { toRuleSettings, type WrittenSettings } from '../core/ruleSettings.ts'
import { createParser } from '../core/slices.ts'
import { engines, rules, templates } from './builtIn.ts'
import { workerFile } from './installation.ts'
import { spawnNodeWorker } from './nodeWorker.ts'

export interface RemarkOptions {
  /** Take every document for this type; absent: front matter, globs, title and headings say it. */
  readonly documentType?: string
  /** Severity and options by rule id, as in `.design-docs/config.json`. */
  readonly rules?: WrittenSettings
}

/**
 * The rules as one remark plugin, for a `.remarkrc`: `"plugins": [["design-docs/remark", { "rules": { … } }]]`. The only
 * place where messages become `VFileMessage`s.
 */
const remarkDesignDocs: Plugin<[RemarkOptions?], Root> = (given) => {
  // A `.remarkrc` may say anything.
  const { documentType, rules: settings }: { readonly [K in keyof RemarkOptions]: unknown } = isRecord(given)
    ? given
    : {}
  const types = templates.flatMap(({ type }) => type ?? [])
  const isKnown = types.some(({ id }) => id === documentType)
  // The thread must not keep the process alive for long after the last file.
  const checker = createDiagramChecker({ spawn: (engine) => spawnNodeWorker(workerFile(engine)), idleTimeout: 200 })
  const linter = createLinter({
    rules,
    types,
    settings: toRuleSettings(settings),
    host: { checkDiagram: checker.check },
  })
  return async (_tree, file) => {
    if (documentType !== undefined && !isKnown) {
      const known = types.map(({ id }) => `\`${id}\``).join(', ')
      const reason = `Unknown document type ${JSON.stringify(documentType)} in the options, expected one of ${known}`
      file.message(printable(reason), { ruleId: 'config', source: 'design-docs' }).fatal = true
    }
    // The text, not the tree: places count in it, and another plugin may have changed the tree. Remark's own places leave out
    // a byte order mark.
    const text = String(file).replace(/^\uFEFF/, '')
    const document = createDocument(createParser().parse(text), engines)
    const path = file.path?.replaceAll('\\', '/')
    const { messages } = await linter.lint(document, path, isKnown ? String(documentType) : undefined)
    const placeOf = createPositions(text)
    for (const message of messages) report(file, text, placeOf, message)
  }
}

export default remarkDesignDocs

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
