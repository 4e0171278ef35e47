/** Parses Markdown into mdast with our set of extensions. */

import type { Root } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import type { Code, Construct, ParseContext } from 'micromark-util-types'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parseQuickly } from './quickParser.ts'
import { limitSyntax } from './syntaxLimits.ts'

/** The extensions of the processor: CommonMark with GFM and, if the text has it, YAML front matter. */
const plain = extensionsOf(unified().use(remarkParse).use(remarkGfm))
const withFrontmatter = extensionsOf(unified().use(remarkFrontmatter))

const syntaxLimits = limitSyntax()

/** Labels that are defined somewhere in a document, normalised like micromark does. */
export interface Labels {
  readonly definitions: readonly string[]
  readonly footnotes: readonly string[]
}

/**
 * Parse Markdown to mdast. Never throws.
 *
 * @param text a document or a slice of one
 * @param elsewhere labels defined in the rest of the document; without them, `[x]` would be plain text in a slice
 */
export function parseMarkdown(text: string, elsewhere?: Labels): Root {
  // Not for an unclosed `---`: after failing, the front matter construct would swallow all lists and blockquotes.
  const front = frontmatterEnd(text)
  const used = front > 0 ? [plain, withFrontmatter] : [plain]
  const known =
    elsewhere && (elsewhere.definitions.length > 0 || elsewhere.footnotes.length > 0) ? elsewhere : undefined
  const quick = known?.footnotes.length ? undefined : parseQuickly(text, front, known?.definitions ?? [])
  if (quick) return quick
  return fromMarkdown(text, {
    extensions: [
      ...used.flatMap(({ syntax }) => syntax),
      syntaxLimits,
      ...(known ? [{ flowInitial: { null: knownLabels(known) } }] : []),
    ],
    mdastExtensions: used.flatMap(({ tree }) => tree),
  })
}

/** The UTF-16 offset of the `---` that closes the front matter; 0 if there is none. */
export function frontmatterEnd(text: string): number {
  if (!/^\uFEFF?---[ \t]*(?:\n|\r)/.test(text)) return 0
  // Not a regular expression with `^`, `$` and the flag `m`: those match at line breaks that are none in Markdown.
  for (let at = text.indexOf('---', 4); at > 0; at = text.indexOf('---', at + 3)) {
    if (!'\n\r'.includes(text.charAt(at - 1))) continue
    let end = at + 3
    while (' \t'.includes(text.charAt(end)) && end < text.length) end++
    if ('\n\r'.includes(text.charAt(end))) return at
  }
  return 0
}

function extensionsOf(processor: { freeze(): { data(): object } }) {
  const data = processor.freeze().data() as {
    micromarkExtensions?: Options['extensions']
    fromMarkdownExtensions?: Options['mdastExtensions']
  }
  return { syntax: data.micromarkExtensions ?? [], tree: data.fromMarkdownExtensions ?? [] }
}

/**
 * A construct that never matches. It is tried first at each line, and tells the parser which labels exist elsewhere.
 */
function knownLabels(labels: Labels): Construct {
  const told = new WeakSet<ParseContext>()
  return {
    name: 'designDocsKnownLabels',
    tokenize(_effects, _ok, nok) {
      return (code: Code) => {
        if (!told.has(this.parser)) {
          told.add(this.parser)
          // No spread: there may be more labels than a call can have arguments.
          for (const label of labels.definitions) this.parser.defined.push(label)
          const context = this.parser as ParseContext & { gfmFootnotes?: string[] }
          context.gfmFootnotes = [...(context.gfmFootnotes ?? []), ...labels.footnotes]
        }
        return nok(code)
      }
    },
  }
}
