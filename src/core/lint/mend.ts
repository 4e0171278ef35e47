/** Returns the fixes of a finding, including those that its rule computes on demand. */

import { createDocument, type DocumentModel } from '../document/document.ts'
import { createParser } from '../markdown/slices.ts'
import type { TextEdit } from '../text/textEdit.ts'
import { applyEdits } from './edits.ts'
import type { LintMessage } from './lint.ts'
import type { Fix, MendContext, Rule } from './rule.ts'

/** All fixes of a finding, the best first; empty if there are none. */
export const fixesOf = async (
  message: LintMessage,
  rules: readonly Rule[],
  context: MendContext,
): Promise<readonly Fix[]> => {
  const rule = rules.find(({ id }) => id === message.ruleId)
  return (rule?.mend ? await rule.mend(message, context) : message.fixes) ?? []
}

/**
 * The document that results from some edits.
 *
 * @param fill replaces each empty tab stop of a snippet, as if the author had typed it; absent: nothing is replaced
 */
export function afterEdits(
  { document, engines }: Pick<MendContext, 'document' | 'engines'>,
  edits: readonly TextEdit[],
  fill?: string,
): DocumentModel {
  const filled = edits.map((edit) =>
    edit.isSnippet && fill !== undefined
      ? { ...edit, newText: edit.newText.replace(/\$\{?\d{1,3}\}?/g, () => fill) }
      : edit,
  )
  return createDocument(createParser(document).parse(applyEdits(document.text, filled)), engines)
}
