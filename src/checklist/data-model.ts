import type { DocumentModel, Range } from '../core/document.ts'
import { type Judgement, judgement } from './judgement.ts'
import { readCode } from './util/codeKinds.ts'
import { type Facts, factsOf, partsAbout, placeOf, proseOf } from './util/facts.ts'
import { leadsOf } from './util/leads.ts'
import { picturesOf } from './util/pictures.ts'
import { tablesOf } from './util/tables.ts'

/** Whether entities, records or files are given with their structure. */
export function judge(document: DocumentModel): Judgement {
  const facts = factsOf(document)
  const shape = findShape(facts)
  if (shape) return judgement('met', 'Data is given with its fields or structure.', shape)
  const section = partsAbout(facts, 'dataHeading', 8)[0]
  if (section) return judgement('partial', 'Data is spoken of, but its fields are not given.', section.heading)
  const named = proseOf(facts).find(({ scan }) => scan.hits.filter(({ concept }) => concept === 'entity').length >= 2)
  if (named)
    return judgement('partial', 'Stored things are named, but their fields are not given.', placeOf(named, 'entity'))
  return judgement('missing', 'No entities, records or files are described.')
}

function findShape(facts: Facts): Range | undefined {
  const drawn = picturesOf(facts).find(({ subject }) => subject === 'data')
  if (drawn) return drawn
  const code = facts.blocks.find(({ node }) => {
    if (node.type !== 'code') return false
    const { definitions, fields, branches, signatures } = readCode(node)
    return (definitions > 0 && fields >= 2) || branches >= 3 || (fields >= 4 && signatures === 0)
  })
  if (code) return code
  const table = tablesOf(facts).find(({ subjects, rows }) => subjects.has('fields') && rows >= 2)
  if (table) return table
  for (const list of facts.document.nodes('list')) {
    const { items, start, end } = leadsOf(list)
    if (items.filter(({ isCode }) => isCode).length >= 3 && isAboutData(facts, start)) return { start, end }
  }
  return undefined
}

/** Whether the heading over a place, or the text just before it, speaks of data. */
function isAboutData({ document, blocks, partOf }: Facts, offset: number): boolean {
  const index = blocks.findIndex(({ start }) => start >= offset)
  const block = blocks[index]
  const lead = blocks[index - 1]
  const part = block && partOf(block)
  return (
    Boolean(part?.heading.scan.concepts.has('dataHeading') || lead?.scan.concepts.has('entity')) &&
    document.text.length > 0
  )
}
