import { createDocument } from '../src/core/document/document.ts'
import { createParser } from '../src/core/markdown/slices.ts'
import type { Template } from '../src/core/template/template.ts'
import { typeOf } from '../src/core/template/typeOf.ts'

/** An entry of a VS Code snippet file. Without a prefix, only *Fill File with Snippet* offers it. */
interface FileTemplate {
  readonly body: string
  readonly description: string
  readonly isFileTemplate: true
}

/**
 * The document types for VS Code's own *Snippets: Fill File with Snippet*. Completion by prefix is not left to VS Code,
 * since ours adapts to the document and includes the team's templates.
 *
 * @param templates with unresolved variables
 */
export function fileTemplates(templates: readonly Template[]): Readonly<Record<string, FileTemplate>> {
  const types = templates.flatMap(({ type }) => type ?? [])
  return Object.fromEntries(
    templates.flatMap(({ type, title, description, snippet }) => {
      if (!type) return []
      // A type without a title line of its own cannot be recognised by the title, and needs front matter.
      const isKnown = typeOf({ types }, createDocument(createParser().parse(snippet.text), []))?.id === type.id
      const body = isKnown ? snippet.source : `---\ndocumentType: ${type.id}\n---\n\n${snippet.source}`
      return [[title, { body, description, isFileTemplate: true as const }]]
    }),
  )
}
