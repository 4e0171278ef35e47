/** Judges whether a design has a diagram of its components and their connections. */

import type { DocumentModel } from '../core/document/document.ts'
import { picturesOf } from '../reading/drawings/pictures.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { type Judgement, judgement } from './judgement.ts'

/** Whether a picture shows the parts of the system and how they connect. */
export function judge(document: DocumentModel): Judgement {
  const pictures = picturesOf(factsOf(document))
  const ofComponents = pictures.find(({ subject }) => subject === 'components')
  if (ofComponents) return judgement('met', 'A diagram shows the parts and how they connect.', ofComponents)
  const [other] = pictures
  if (!other) return judgement('missing', 'No diagram shows the parts and how they connect.')
  return judgement(
    'partial',
    `There is a diagram${shown[other.subject]}, but it does not show the parts and how they connect.`,
    other,
  )
}

const shown = { components: '', flow: ' of a flow', sequence: ' of a sequence', data: ' of the data', unknown: '' }
