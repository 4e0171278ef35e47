/** Lints a file once for all of our plugins in a processor, and reports the messages to remark. */

import type { Root } from 'mdast'
import type { Transformer } from 'unified'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { createDocument } from '../../core/document/document.ts'
import type { LintMessage } from '../../core/lint/lint.ts'
import { fixesOf } from '../../core/lint/mend.ts'
import type { Rule } from '../../core/lint/rule.ts'
import { createParser } from '../../core/markdown/slices.ts'
import { createPositions, type LineColumn } from '../../core/text/positions.ts'
import { printable } from '../../core/text/printable.ts'
import { engines, rules } from '../builtIn.ts'
import { mistakesInSettings } from './mistakes.ts'
import { createTeams } from './teams.ts'

/** The combined options of a processor's plugins; not validated. */
interface Wishes {
  isForAll: boolean
  documentType: unknown
  /** By rule or category. */
  settings: Readonly<Record<string, unknown>>
  readonly ruleIds: Set<string>
  /** Mistakes in the form of the options. */
  mistakes: readonly string[]
}

const wishesOf = new WeakMap<object, Wishes>()

/**
 * Adds a plugin's wishes to those of the others in its processor.
 *
 * @param processor that the plugin was attached to
 * @returns the transformer, for the first plugin; undefined for the others
 */
export function takePart(processor: object, add: (wishes: Wishes) => void): Transformer<Root> | undefined {
  const known = wishesOf.get(processor)
  const wishes: Wishes = known ?? {
    isForAll: false,
    documentType: undefined,
    settings: {},
    ruleIds: new Set<string>(),
    mistakes: [],
  }
  add(wishes)
  if (known) return undefined
  wishesOf.set(processor, wishes)
  return createRun(wishes)
}

/** All plugins have added their wishes before the first file is processed. */
function createRun(wishes: Wishes): Transformer<Root> {
  let teams: ReturnType<typeof createTeams> | undefined
  let hasSaid = false
  return async (_tree, file) => {
    const ofOptions = hasSaid ? [] : [...wishes.mistakes, ...mistakesInSettings(wishes.settings)]
    hasSaid = true
    for (const mistake of ofOptions) say(file, `In the options of design-docs: ${mistake}`)
    teams ??= createTeams(
      wishes.settings,
      rules.map((rule) => (isWanted(rule, wishes) ? rule : silent(rule))),
    )
    const { documentType } = wishes
    const { team, linter, path, isLeftOut, mistakes } = await teams.of(file)
    for (const mistake of mistakes) say(file, mistake)
    if (isLeftOut) return
    const isKnown = team.types.some(({ id }) => id === documentType)
    if (documentType !== undefined && !isKnown) {
      const known = team.types.map(({ id }) => `\`${id}\``).join(', ')
      say(file, `Unknown document type ${JSON.stringify(documentType)} in the options: choose one of ${known}`)
    }
    // Lints the text, not the tree: offsets refer to the text, and another plugin may have changed the tree. Remark's
    // own positions do not count a byte order mark.
    const text = String(file).replace(/^\uFEFF/, '')
    const document = createDocument(createParser().parse(text), engines)
    const { messages, type } = await linter.lint(document, path, isKnown ? String(documentType) : undefined)
    const placeOf = createPositions(text)
    for (const [index, message] of messages.entries()) {
      const isAsked = type !== undefined && index < mostAsked
      const fixes = isAsked ? await fixesOf(message, rules, { document, type, engines, host: unasked }) : undefined
      report(file, text, placeOf, fixes ? { ...message, fixes } : message)
    }
  }
}

/** The fixes reported here replace a word in place, so no diagram has to be checked. */
const unasked = { checkDiagram: async () => [] }

/** Maximum number of messages that are given fixes, since a rule may read the whole document for each one. */
const mostAsked = 200

const isWanted = ({ id }: Rule, { isForAll, ruleIds }: Wishes): boolean => isForAll || ruleIds.has(id)

/** A rule that is known, so that comments and configs may name it, but reports nothing. */
const silent = (rule: Rule): Rule => ({
  ...rule,
  // biome-ignore lint/correctness/useYield: it has nothing to say
  *check({ abstain }) {
    abstain()
  },
})

/** Reports a problem with the configuration, which has no place in the document. */
function say(file: VFile, reason: string): void {
  file.message(printable(reason), { ruleId: 'config', source: 'design-docs' }).fatal = true
}

/** The only place where messages become `VFileMessage`s. */
function report(
  file: VFile,
  text: string,
  placeOf: (offset: number) => LineColumn,
  { start, end, reason, ruleId, severity, source, url, fixes = [] }: LintMessage,
): void {
  const range = { start: { ...placeOf(start), offset: start }, end: { ...placeOf(end), offset: end } }
  const message: VFileMessage = file.message(printable(reason), { place: range, ruleId, source })
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  message.url = url
  message.actual = text.slice(start, end)
  // Other tools replace the reported range, so a fix elsewhere cannot be passed on.
  message.expected = fixes.flatMap(({ edits: [edit, ...more] }) =>
    edit && more.length === 0 && !edit.isSnippet && edit.start === start && edit.end === end ? [edit.newText] : [],
  )
}
