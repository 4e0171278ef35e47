/** Finds user-facing texts in sources: those that are looked up for translation, and those that should be. */

import { parseSync } from 'oxc-parser'

/** A text in a source file. */
export interface Saying {
  /** As it is looked up, with `{0}` in place of a value. */
  readonly text: string
  /** The UTF-16 offset in the file. */
  readonly offset: number
  /** Whether it is looked up with `` t`…` ``. */
  readonly isTagged: boolean
  /** The name of the property whose value it is, such as `reason`; otherwise empty. */
  readonly property: string
}

interface SourceNode {
  readonly type: string
  readonly start: number
  readonly value?: unknown
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[]
  readonly [key: string]: unknown
}

/** All string literals and templates in a TypeScript file, except those in types and imports. */
export function sayingsOf(file: string, source: string): readonly Saying[] {
  const found: Saying[] = []
  const { program } = parseSync(file, source)
  const add = ({ start }: SourceNode, text: string, isTagged: boolean, property: string) =>
    found.push({ text, offset: start, isTagged, property })

  function visit(value: unknown, property: string): void {
    if (Array.isArray(value)) for (const each of value) visit(each, property)
    if (typeof value !== 'object' || value === null || !('type' in value)) return
    const node = value as SourceNode
    if (
      /^(?:ImportDeclaration|TSTypeAliasDeclaration|TSInterfaceDeclaration|TSTypeAnnotation|TSLiteralType)$/.test(
        node.type,
      )
    )
      return
    if (node.type === 'Literal' && typeof node.value === 'string') add(node, node.value, false, property)
    else if (node.type === 'TaggedTemplateExpression') {
      const { tag, quasi } = node as unknown as { tag: { name?: string }; quasi: SourceNode }
      add(quasi, inPlaces(quasi), tag.name === 't', property)
      visit(quasi['expressions'], '')
    } else if (node.type === 'TemplateLiteral') {
      add(node, inPlaces(node), false, property)
      visit(node['expressions'], property)
    } else if (node.type === 'Property') {
      const { key } = node as unknown as { key: { name?: string } }
      visit(node['key'], '')
      visit(node.value, key.name ?? '')
    } else for (const [name, part] of Object.entries(node)) if (name !== 'type') visit(part, property)
  }
  visit(program, '')
  return found
}

const inPlaces = ({ quasis = [] }: SourceNode): string =>
  quasis.map(({ value }) => value.cooked).reduce((all, piece, index) => `${all}{${index - 1}}${piece}`)

/** A text in which everything that is not translated becomes a space: values, names, code, URLs and icons. */
export const wordsOnly = (text: string): string =>
  text.replace(/\{(?:\d|n)\}|\$\([\w-]+\)|\$\{\w+\}|\(command:[^)]*\)/g, ' ').replace(/`[^`]*`|“[^”]*”|"[^"]*"/g, ' ')

/** A text in a pseudo-language: each letter that may be translated gets a mark. */
export const inPseudo = (text: string): string =>
  `[!! ${text.replace(
    /\{(?:\d|n)\}|\$\([\w-]+\)|\$\{\w+\}|\(command:[^)]*\)|`[^`]*`|“[^”]*”|"[^"]*"|[A-Za-z]+/g,
    (part) =>
      /^[A-Za-z]+$/.test(part)
        ? Array.from(part, (letter) => `${letter}\u0302`)
            .join('')
            .normalize('NFC')
        : part,
  )} !!]`
