/** Gives the fixes of a finding, those included that its rule works out only when it is asked. */

import { createDocument, type DocumentModel } from '../document/document.ts'
import { createParser } from '../markdown/slices.ts'
import { applyEdits } from '../text/edits.ts'
import type { LintMessage } from './lint.ts'
import type { Fix, MendContext, Rule, TextEdit } from './rule.ts'

/** All fixes of a finding, the best first; none where there are none. */
export const fixesOf = async (
  message: LintMessage,
  rules: readonly Rule[],
  context: MendContext,
): Promise<readonly Fix[]> => {
  const rule = rules.find(({ id }) => id === message.ruleId)
  return (rule?.mend ? await rule.mend(message, context) : message.fixes) ?? []
}

/**
 * What a document would be after some edits.
 *
 * @param fill stands in each empty tab stop of a snippet, as if the author had written there; absent: nothing
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
