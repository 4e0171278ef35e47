/** Finds the pictures in a document, so that they have cards like its diagrams. */

import type { Code, Image } from 'mdast'
import { type Diagram, type DocumentModel, sectionAt } from '../document/document.ts'
import { encodePath } from '../text/encodePath.ts'
import type { Range } from '../text/range.ts'
import { imageEngine, imageSource } from './imageSource.ts'

/** Picture files that the panel can display, by extension. */
const picture = /\.(?:png|jpe?g|gif|webp|svg)$/i

/** The URL of a picture without query and fragment. */
const pathOf = (address: string): string => address.split(/[?#]/, 1)[0] ?? ''

/**
 * A model with an additional diagram for each picture, in document order. Only picture files in paragraphs of their own
 * count, since those within a line are icons and badges. A picture directly below a diagram is left out, because it
 * shows the same.
 *
 * @param generation counter of file changes: a picture with a different number is a different source
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
  const marked = alone
    .filter(({ url }) => isFile(url))
    .map((node) => ({ ...model.rangeOf(node), address: node.url, alt: node.alt ?? '' }))
  const embedded = model.embeds
    .filter(({ path }) => isFile(path))
    .map(({ start, end, path }) => ({ start, end, address: encodePath(path), alt: '' }))
  return [...marked, ...embedded].filter(({ address }) => picture.test(pathOf(address)))
}

/** Whether a URL refers to a file, judging by its form. Access is checked when it is read. */
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
