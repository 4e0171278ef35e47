/** Finds the pictures that a document shows beside its diagrams, so that they have cards too. */

import type { Code, Image } from 'mdast'
import { type Diagram, type DocumentModel, type Range, sectionAt } from '../document/document.ts'
import { imageEngine, imageSource } from './imageSource.ts'

/** Files that the panel can show, by their ending. */
const picture = /\.(?:png|jpe?g|gif|webp|svg)$/i

/** The address of a picture without what a web server would read behind it. */
const pathOf = (address: string): string => address.split(/[?#]/, 1)[0] ?? ''

/**
 * A model that has a diagram for each picture as well, in the order of the document: files beside it that stand alone, for those
 * within a line are icons and badges. A picture right below a diagram shows the same.
 *
 * @param generation counts the changes of files: a picture with another number is another one
 */
export function withImages(model: DocumentModel, generation: number): DocumentModel {
  const images = imagesIn(model).filter(({ start }) => !isBelowDiagram(model, start))
  if (images.length === 0) return model
  const shown = images.map(({ start, end, address, alt }) => imageAt(model, { start, end }, address, alt, generation))
  return { ...model, diagrams: [...model.diagrams, ...shown].sort((a, b) => a.start - b.start) }
}

function imagesIn(model: DocumentModel): readonly (Range & { readonly address: string; readonly alt: string })[] {
  const alone = model.nodes('paragraph').flatMap(({ children }) => {
    const pictures = children.filter((child): child is Image => child.type === 'image')
    const isAlone = children.every((child) => child.type === 'image' || (child.type === 'text' && !child.value.trim()))
    return isAlone ? pictures : []
  })
  const marked = alone.map((node) => ({ ...model.rangeOf(node), address: node.url, alt: node.alt ?? '' }))
  const embedded = model.embeds.map(({ start, end, path }) => ({ start, end, address: encodeURI(path), alt: '' }))
  return [...marked, ...embedded].filter(({ address }) => isFile(address) && picture.test(pathOf(address)))
}

/** Whether an address is one of a file, as far as it can be told: whose it is, is seen when it is read. */
const isFile = (address: string): boolean => !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(address)

const isBelowDiagram = ({ text, diagrams }: DocumentModel, start: number): boolean =>
  diagrams.some(
    ({ end }) => end <= start && /^[\s>]*$/.test(text.slice(end, Math.min(start, end + 200))) && start < end + 200,
  )

function imageAt(model: DocumentModel, range: Range, address: string, alt: string, generation: number): Diagram {
  const source = imageSource(address, generation)
  const node: Code = { type: 'code', lang: imageEngine, meta: null, value: source }
  const section = sectionAt(model.sections, range.start)
  const title = alt.trim() || section?.title
  return {
    node,
    language: imageEngine,
    engine: imageEngine,
    isForgiving: true,
    source,
    graph: undefined,
    ...range,
    ...(section && { section: { ...section, title: title ?? section.title } }),
  }
}
