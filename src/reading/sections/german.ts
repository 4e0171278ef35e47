/** Reads what German documents tell in sentences where English ones use a list: fields, cases, steps, parts. */

import { textOf } from '../../core/document/document.ts'
import { isGerman } from '../../core/document/language.ts'
import type { Block } from '../prose/blocks.ts'
import { blockIndexAt, blocksOf, bodyWords, type Facts, type SectionFacts, sectionFactsAbout } from '../prose/facts.ts'
import { isUnder } from '../prose/mentions.ts'
import type { Hit } from '../prose/scan.ts'

/** A section that gives the fields of stored data in sentences, or in a short list under each name. */
export function fieldsToldIn(facts: Facts): Block | undefined {
  if (!isGerman(facts.document)) return undefined
  return sectionFactsAbout(facts, 'dataHeading', 8).find(
    (section) => countFieldSentences(facts, section) >= 2 || countFieldLists(facts, section) >= 2,
  )?.heading
}

/** `Eine Verordnung besteht aus Nummer, Dosis und Beginn`, `**Messung:** Sonde, Zeit, Feuchte` */
const countFieldSentences = (facts: Facts, section: SectionFacts): number =>
  blocksOf(facts, section)
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ text }) => [...text.replace(/\([^()]{0,80}\)/g, '').matchAll(fields)])
    .filter(([, said = '']) => isListOfFields(said)).length

const fields =
  /(?:besteh(?:t|en) aus|enthält|enthalten|führt|umfasst|umfaßt|trägt|speichert|(?:^|\n)[*_]{1,2}[^*_\n]{2,40}(?:[*_]{1,2} ?[:–—-]|:[*_]{1,2})) ([^.;:]{1,400})/g

const isListOfFields = (said: string): boolean => {
  const parts = said.split(/,| und | sowie /)
  return parts.length >= 3 && parts.every((part) => part.trim().split(/\s+/).length <= 6)
}

const countFieldLists = (facts: Facts, { heading, until }: SectionFacts): number => {
  const { document, blocks } = facts
  const end = blocks[until]?.start ?? document.text.length
  return document.nodes('list').filter((list) => {
    const range = document.rangeOf(list)
    const above = blocks[blockIndexAt(facts, range.start) - 1]
    return (
      (above?.kind === 'heading' ? above.start > heading.start : above?.text.trimEnd().endsWith(':')) &&
      range.start >= heading.end &&
      range.end <= end &&
      list.children.length >= 3 &&
      list.children.every((item) => textOf(item).trim().split(/\s+/).length <= 5)
    )
  }).length
}

/** A section on failures with two or more sentences that give a condition and what happens then. */
export const casesToldIn = (facts: Facts): Block | undefined =>
  isGerman(facts.document)
    ? sectionFactsAbout(facts, 'failureHeading', 12).find(
        (section) =>
          sentencesOf(facts, section).filter(
            (hits) =>
              has(hits, 'condition') && has(hits, 'handling') && (has(hits, 'failure') || has(hits, 'recovery')),
          ).length >= 2,
      )?.heading
    : undefined

/** The first quality in what follows a demand that ends with a colon: `Verlangt ist:`. */
export function qualityListedIn(facts: Facts): Block | undefined {
  if (!isGerman(facts.document)) return undefined
  for (const [index, { text, scan }] of facts.blocks.entries()) {
    if (!scan.concepts.has('requirement') || !text.trimEnd().endsWith(':')) continue
    const found = facts.blocks
      .slice(index + 1, index + 7)
      .find(
        ({ kind, scan: { concepts, quantities } }) =>
          kind === 'text' && (concepts.has('quality') || quantities.some((quantity) => quantity.kind !== 'count')),
      )
    if (found) return found
  }
  return undefined
}

/** A section on growth with a paragraph that gives both how much is to come, and what is done about it. */
export function measuresToldIn(facts: Facts): Block | undefined {
  if (!isGerman(facts.document)) return undefined
  // As a word of the vocabulary it would be English.
  const onLoad = facts.sections.filter((each) => /\bLast\s*$/.test(each.heading.text) && bodyWords(facts, each) >= 15)
  return [...sectionFactsAbout(facts, 'scaleHeading', 15), ...onLoad].find((section) =>
    blocksOf(facts, section).some(
      ({ kind, scan: { concepts, quantities } }) =>
        kind === 'text' &&
        concepts.has('scaleMeans') &&
        (quantities.length > 0 || concepts.has('multiple') || concepts.has('strongGrowth')),
    ),
  )?.heading
}

/** Whether a section has four or more sentences, and most, in which somebody acts or something moves. */
export function isToldBySentences(facts: Facts, section: SectionFacts): boolean {
  if (!isGerman(facts.document) || section.heading.scan.concepts.has('planHeading')) return false
  const sentences = sentencesOf(facts, section)
  const acting = sentences.flatMap((hits) => hits.find(isMove) ?? [])
  const verbs = new Set(acting.map(({ term }) => `${term.file}:${term.line}`))
  return acting.length >= 4 && acting.length * 2 >= sentences.length && verbs.size >= 3
}

const isMove = ({ concept }: Hit): boolean => concept === 'flowVerb' || concept === 'act'

const has = (hits: readonly Hit[], wanted: Hit['concept']): boolean => hits.some(({ concept }) => concept === wanted)

/** The terms of each sentence in the running text of a section. */
const sentencesOf = (facts: Facts, section: SectionFacts): readonly (readonly Hit[])[] =>
  blocksOf(facts, section)
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ text, scan: { hits } }) => {
      const ends = [...text.matchAll(/[.!?](?=\s+["„«*_]{0,3}\p{Lu})|$/gu)].map(({ index }) => index)
      const sentences: Hit[][] = ends.map(() => [])
      let at = 0
      for (const hit of hits) {
        while (hit.start >= (ends[at] ?? Number.POSITIVE_INFINITY)) at++
        sentences[at]?.push(hit)
      }
      return sentences
    })

/**
 * The names of two or more parts in bold or italics, each followed by what it does: `Der **Sammler** holt …`; under a
 * heading on parts, lines such as `**Sammler** – holt …`.
 */
export function partsToldIn(facts: Facts): Block | undefined {
  if (!isGerman(facts.document)) return undefined
  const listed = sectionFactsAbout(facts, 'componentsHeading', 8)
    .flatMap((section) => blocksOf(facts, section))
    .find(({ kind, text }) => kind === 'text' && (text.match(namedLine)?.length ?? 0) >= 2)
  if (listed) return listed
  return facts.blocks.find((block) => {
    const { kind, text, scan } = block
    // People have duties, too.
    if (kind !== 'text' || !partHeadings.some((heading) => isUnder(facts, block, heading))) return false
    const ends = new Set([...text.matchAll(/[*_]{1,2}\p{Lu}[^*_\n]{2,40}[*_]{1,2} (?:\([^()]{1,60}\) )?/gu)].map(endOf))
    return new Set(scan.hits.filter((hit) => isDoing(hit) && ends.has(hit.start)).map(({ start }) => start)).size >= 2
  })
}

const partHeadings = ['componentsHeading', 'designHeading', 'flowHeading'] as const

const namedLine = /^[*_]{2}\p{L}[^*_\n]{2,40}[*_]{2} ?[:–—-] .{20,}/gmu

const endOf = ({ index, 0: { length } }: RegExpExecArray): number => index + length

const isDoing = ({ concept }: Hit): boolean => concept === 'role' || concept === 'act'

/** A section on interfaces in which lines are labelled as input and as output, and give fields, code or figures. */
export const labelledContract = (facts: Facts): Block | undefined =>
  (isGerman(facts.document) ? sectionFactsAbout(facts, 'apiHeading', 8) : []).find((section) => {
    const lines = blocksOf(facts, section)
      .filter(({ kind }) => kind !== 'code')
      .flatMap(({ text }) => text.split('\n'))
      .filter((line) => /[`,{\d]/.test(line))
    return [inputs, outputs].every((label) => lines.some((line) => label.test(line)))
  })?.heading

const inputs = /^[\s*_-]{0,6}(?:Eingaben?|Eingang|Anfrage|Aufruf|Parameter|Übergabe)[\s*_]{0,3}[:`]/
const outputs = /^[\s*_-]{0,6}(?:Ausgaben?|Ausgang|Antwort(?:en)?|Rückgabe(?:wert)?|Ergebnis|Liefert)[\s*_]{0,3}[:`]/
