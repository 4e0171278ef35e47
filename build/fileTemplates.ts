import { createDocument } from '../src/core/document/document.ts'
import { createParser } from '../src/core/markdown/slices.ts'
import type { Template } from '../src/core/template/template.ts'
import { typeOf } from '../src/core/template/typeOf.ts'

/** An entry of a snippet file of VS Code; one without a prefix is offered by *Fill File with Snippet* and nowhere else. */
interface FileTemplate {
  readonly body: string
  readonly description: string
  readonly isFileTemplate: true
}

/**
 * The document types as VS Code's own *Snippets: Fill File with Snippet* lists them. Completion by prefix is ours: it follows
 * the document, and knows the team's templates.
 *
 * @param templates with their variables unresolved
 */
export function fileTemplates(templates: readonly Template[]): Readonly<Record<string, FileTemplate>> {
  const types = templates.flatMap(({ type }) => type ?? [])
  return Object.fromEntries(
    templates.flatMap(({ type, title, description, snippet }) => {
      if (!type) return []
      // A type that leaves its title open is not known by it.
      const isKnown = typeOf({ types }, createDocument(createParser().parse(snippet.text), []))?.id === type.id
      const body = isKnown ? snippet.source : `---\ndocumentType: ${type.id}\n---\n\n${snippet.source}`
      return [[title, { body, description, isFileTemplate: true as const }]]
    }),
  )
}
