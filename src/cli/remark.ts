import type { Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { createDiagramChecker } from '../core/diagramChecker.ts'
import { createDocument } from '../core/document.ts'
import { createLinter, type LintMessage } from '../core/lint.ts'
import { createPositions } from '../core/positions.ts'
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
const remarkDesignDocs: Plugin<[RemarkOptions?], Root> = (options = {}) => {
  // The thread must not keep the process alive for long after the last file.
  const checker = createDiagramChecker({ spawn: (engine) => spawnNodeWorker(workerFile(engine)), idleTimeout: 200 })
  const types = templates.flatMap(({ type }) => type ?? [])
  const linter = createLinter({
    rules,
    types,
    settings: toRuleSettings(options.rules),
    host: { checkDiagram: checker.check },
  })
  return async (_tree, file) => {
    // The text, not the tree: places count in it, and another plugin may have changed the tree.
    const text = String(file)
    const document = createDocument(createParser().parse(text), engines)
    const { messages } = await linter.lint(document, file.path?.replaceAll('\\', '/'), options.documentType)
    for (const message of messages) report(file, text, message)
  }
}

export default remarkDesignDocs

function report(
  file: VFile,
  text: string,
  { start, end, reason, ruleId, severity, source, url, fixes = [] }: LintMessage,
): void {
  const place = createPositions(text)
  const range = { start: { ...place(start), offset: start }, end: { ...place(end), offset: end } }
  const message: VFileMessage = file.message(reason, { place: range, ruleId, source })
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  message.url = url
  message.actual = text.slice(start, end)
  // Other tools replace the place itself; a fix elsewhere cannot be told to them.
  message.expected = fixes.flatMap(({ edits: [edit, ...more] }) =>
    edit && more.length === 0 && !edit.isSnippet && edit.start === start && edit.end === end ? [edit.newText] : [],
  )
}
