import { createLinter, type LintMessage } from '../../src/core/lint/lint.ts'
import { fixesOf } from '../../src/core/lint/mend.ts'
import type { Fix, Rule } from '../../src/core/lint/rule.ts'
import { rules } from '../../src/generated/rules.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { host, readQuickly, types } from './linting.ts'

/** The rules whose fixes are computed on request. */
export const mendingRules: readonly Rule[] = rules.filter(({ mend }) => mend !== undefined)

export interface Mended {
  readonly message: LintMessage
  readonly fixes: readonly Fix[]
}

/** The findings of some rules in a text, each with all of its fixes. */
export async function mendText(text: string, typeId?: string, only = mendingRules): Promise<readonly Mended[]> {
  const document = readQuickly(text)
  const { type, messages } = await createLinter({ rules: only, types, host, rethrow: true }).lint(
    document,
    undefined,
    typeId,
  )
  if (!type) return []
  return Promise.all(
    messages.map(async (message) => ({
      message,
      fixes: await fixesOf(message, rules, { document, type, engines: syntaxes, host }),
    })),
  )
}
