/** Tells whether a design is about something that runs, stores or serves, by its words. */

import { remember } from '../../core/data/remember.ts'
import type { DocumentModel } from '../../core/document/document.ts'
import type { Concept } from '../vocabulary/vocabulary.ts'
import { blocksWith, type Facts, factsOf } from './facts.ts'

/** What a design is about, as far as its words tell: not every design is of something that runs. */
export interface Nature {
  /** Whether it is about something that runs at all. */
  readonly isRunning: boolean
  /** Whether it is deployed and has to be kept going; a library, a language or a file format is not. */
  readonly isOperated: boolean
  /** Whether it speaks of machines, instances or their deployment at all. */
  readonly isDeployed: boolean
  /** Whether it runs, and somebody outside hands it data, requests or credentials. */
  readonly isOpen: boolean
  /** Machines and products that somebody has to pay for, each once, as first written. */
  readonly infrastructure: readonly string[]
  /** Whether the design is mostly about such machines and products. */
  readonly isInfrastructure: boolean
}

/** Tell what a document is about; the second call for the same document costs nothing. */
export const natureOf = (document: DocumentModel): Nature => readNature(factsOf(document))

const readNature = remember((facts: Facts): Nature => {
  const hitsOf = (concept: Concept) =>
    blocksWith(facts, concept).flatMap(({ scan, text }) =>
      scan.hits.filter((hit) => hit.concept === concept).map(({ start, end }) => text.slice(start, end)),
    )
  const infrastructure = new Map<string, string>()
  for (const name of hitsOf('infrastructure')) {
    const written = name.replace(/\s+/g, ' ')
    const key = written.toLowerCase().replace(/-/g, ' ').replace(/s$/, '')
    if (!infrastructure.has(key)) infrastructure.set(key, written)
  }
  const words = facts.blocks.reduce((sum, { scan }) => sum + scan.words, 0)
  const count = (concept: Concept) => hitsOf(concept).length
  const perThousand = (concept: Concept) => (1000 * count(concept)) / Math.max(words, 1)
  const running = perThousand('running') + perThousand('deployed')
  const isDeployed = count('deployed') >= 3
  const isRunning = running >= 8
  return {
    isRunning,
    isDeployed,
    isOperated: isDeployed && isRunning && running * 2 > perThousand('toolish'),
    isOpen: isRunning && (perThousand('outside') >= 10 || count('outside') >= 30),
    infrastructure: [...infrastructure.values()],
    isInfrastructure: perThousand('infrastructure') >= 10 && infrastructure.size >= 2,
  }
})
