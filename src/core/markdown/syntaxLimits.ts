/** Limits nesting and delimiters in micromark, so that no text takes disproportionately long. */

import type { Code, Construct, ConstructRecord, Extension, State, TokenizeContext } from 'micromark-util-types'

/** Maximum nesting of containers. Corpus: 8. Cost is quadratic in the depth, and the stack grows with it. */
const deepest = 24

/**
 * How often a construct is tried in one paragraph, heading or cell; further delimiters are plain text. The time for
 * emphasis, brackets and anything that searches for its end is quadratic in their number. Corpus: 70 delimiters and 215
 * words in a paragraph.
 */
export const mostTries = 1_000
const otherTries: Readonly<Record<string, number>> = {
  // Each searches for its end up to the end of the paragraph.
  htmlText: 200,
  // Tried at each word, whether or not it is an address.
  emailAutolink: 1_500,
  lineEnding: Number.POSITIVE_INFINITY,
}

/**
 * Create a micromark extension that limits the cost of malicious texts in proportion to their length. It does not
 * affect what people write. micromark has no such setting, so a parser's constructs are replaced by counting ones when
 * its text begins. The replacements are made once, so always combine it with the same other extensions for containers
 * and text.
 */
export function limitSyntax(): Extension {
  const limited = new WeakSet<TokenizeContext['parser']>()
  let counting: { readonly document: ConstructRecord; readonly text: ConstructRecord } | undefined
  const guard: Construct = {
    name: 'designDocsLimits',
    tokenize(_effects, _ok, nok) {
      return (code: Code) => {
        const { parser } = this
        if (!limited.has(parser)) {
          limited.add(parser)
          const { document, text } = parser.constructs
          counting ??= { document: replaced(document, shallow), text: replaced(text, sparing) }
          Object.assign(parser.constructs, counting)
        }
        return nok(code)
      }
    },
  }
  return { document: Object.fromEntries(containerMarks.map((code) => [code, guard])), flowInitial: { null: guard } }
}

/** Characters that containers begin with: `*`, `+`, `-`, digits, `>`, `[`. */
const containerMarks = [42, 43, 45, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 62, 91]

type Replace = (construct: Construct) => Construct

const replaced = (record: ConstructRecord | undefined, replace: Replace): ConstructRecord =>
  Object.fromEntries(
    Object.entries(record ?? {}).map(([code, constructs]) => [code, [constructs ?? []].flat().map(replace)]),
  )

/** A container construct that does not open if too many containers are already open. */
const shallow = once((construct) => {
  const { tokenize, continuation } = construct
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return depthOf(this) < deepest ? tokenize.call(this, effects, deeper(this, ok), nok) : nok
    },
    ...(continuation && {
      continuation: {
        ...continuation,
        tokenize(effects, ok, nok) {
          return continuation.tokenize.call(this, effects, deeper(this, ok), nok)
        },
      },
    }),
  }
})

/** Number of containers open at this point of a line. One that is tried before it is opened counts twice. */
const depths = new WeakMap<TokenizeContext, { line: number; depth: number }>()

function depthOf(context: TokenizeContext): number {
  const known = depths.get(context)
  return known?.line === context.now().line ? known.depth : 0
}

const deeper =
  (context: TokenizeContext, ok: State): State =>
  (code) => {
    depths.set(context, { line: context.now().line, depth: depthOf(context) + 1 })
    return ok(code)
  }

/** A construct that stops matching after a number of tries in a text. */
const sparing = once((construct) => {
  const { name = '', tokenize } = construct
  const most = otherTries[name] ?? mostTries
  const tries = new WeakMap<TokenizeContext, number>()
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const before = tries.get(this) ?? 0
      tries.set(this, before + 1)
      return before < most ? tokenize.call(this, effects, ok, nok) : nok
    },
  }
})

/** Memoises replacements: the same construct is listed under several characters. */
function once(replace: Replace): Replace {
  const known = new WeakMap<Construct, Construct>()
  return (construct) => {
    const replacement = known.get(construct) ?? replace(construct)
    known.set(construct, replacement)
    return replacement
  }
}
