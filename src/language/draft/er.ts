/** Drafts an entity-relationship diagram from the tables that describe a design's data. */

import { mermaidText } from '../../core/diagrams/mermaidText.ts'
import type { DocumentModel } from '../../core/document/document.ts'
import type { Range } from '../../core/text/range.ts'
import { isPlainId } from '../draw/escape.ts'
import { type Entity, entitiesIn, type Field } from './entities.ts'
import { createIds } from './nodes.ts'

const most = 40
const mostFields = 30

/** The source of a mermaid diagram; undefined if the tables describe fewer than two entities, or too many. */
export function draftEr(document: DocumentModel, within: Range): string | undefined {
  const entities = entitiesIn(document, within)
  if (entities.length < 2 || entities.length > most) return undefined
  const ids = createIds(entities.map(({ name }) => name))
  const idOf = ({ name }: Entity) => (isPlainId(name) ? name : ids.of(name))
  const blocks = entities.flatMap((entity) => {
    const id = idOf(entity)
    const opening = id === entity.name ? id : `${id}["${mermaidText(entity.name)}"]`
    const fields = entity.fields.slice(0, mostFields).flatMap((field) => attributeOf(field) ?? [])
    return fields.length === 0 ? [`  ${opening}`] : [`  ${opening} {`, ...fields, '  }']
  })
  const relations = entities.flatMap((entity) =>
    entity.fields.flatMap((field) => {
      const target = referredBy(field, entities)
      return target && target !== entity
        ? [`  ${idOf(entity)} }o--|| ${idOf(target)} : ${attributeName(field.name)}`]
        : []
    }),
  )
  return ['erDiagram', ...blocks, ...relations].join('\n')
}

/** A field as an attribute; undefined if the text gives no type, which mermaid requires. */
function attributeOf({ name, type, key }: Field): string | undefined {
  const written = type === undefined ? '' : attributeType(type)
  return written ? `    ${written} ${attributeName(name)}${key ? ` ${key}` : ''}` : undefined
}

const attributeName = (name: string): string => name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=\d)/, '_')

/**
 * Turns a type into one word, as mermaid requires: other characters become `_`, as in `decimal(10_2)`. Empty if it does
 * not begin with a letter.
 */
function attributeType(type: string): string {
  const word = type
    .replace(/[^A-Za-z0-9_()[\]]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 40)
  return /^[A-Za-z]/.test(word) ? word : ''
}

/** The entity that a field refers to: one named in its row, or one that the name of the foreign key is derived from. */
function referredBy({ name, key, said }: Field, entities: readonly Entity[]): Entity | undefined {
  if (key !== 'FK' && !/→|->/.test(said)) return undefined
  const words = new Set((said.match(/[\p{L}\p{N}_]+/gu) ?? []).map(fold))
  const own = fold(name.replace(/_?id$/i, ''))
  return entities.find((entity) => words.has(fold(entity.name))) ?? entities.find((entity) => fold(entity.name) === own)
}

/** Ignores case, punctuation and a plural ending. */
const fold = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<=\p{L}{2})(?<!s)s$/u, '')
