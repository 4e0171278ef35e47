/** Limits nesting and marks in micromark, so that no text takes much longer than its length. */

import type { Code, Construct, ConstructRecord, Extension, State, TokenizeContext } from 'micromark-util-types'

/** Containers in containers that are read as such. Corpus: 8. Their cost grows with its square, and with it the stack. */
const deepest = 24

/**
 * How often a construct is tried in one paragraph, heading or cell; marks after that are words. The time for emphasis, brackets and
 * what looks for its end grows with the square of their number. Corpus: 70 marks and 215 words in a paragraph.
 */
export const mostTries = 1_000
const otherTries: Readonly<Record<string, number>> = {
  // Each looks for its end up to the end of the paragraph.
  htmlText: 200,
  // Tried at each word, whether it is an address or not.
  emailAutolink: 1_500,
  lineEnding: Number.POSITIVE_INFINITY,
}

/**
 * Create an extension of micromark by which hostile text costs no more than its length. It changes nothing in what people write.
 * micromark has no such setting, so the constructs of a parser are replaced by counting ones when its text begins. To be used
 * with the same other extensions each time, as far as containers and text are concerned: the replacements are made once.
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

/** What containers begin with: `*`, `+`, `-`, digits, `>`, `[`. */
const containerMarks = [42, 43, 45, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 62, 91]

type Replace = (construct: Construct) => Construct

const replaced = (record: ConstructRecord | undefined, replace: Replace): ConstructRecord =>
  Object.fromEntries(
    Object.entries(record ?? {}).map(([code, constructs]) => [code, [constructs ?? []].flat().map(replace)]),
  )

/** A container that does not open where too many others are open. */
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

/** How many containers a document has open, as far as the line has been read. One that is looked at before it opens counts twice. */
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

/** A construct that gives up after so many tries in a text. */
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

/** The same replacement for the same construct, which stands under each of its marks. */
function once(replace: Replace): Replace {
  const known = new WeakMap<Construct, Construct>()
  return (construct) => {
    const replacement = known.get(construct) ?? replace(construct)
    known.set(construct, replacement)
    return replacement
  }
}
