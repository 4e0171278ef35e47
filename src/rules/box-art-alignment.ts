/**
 * Require the borders of boxes drawn in text to meet.
 *
 * ## Why
 *
 * One word that is a letter too long pushes the right border of its box out, and the drawing looks careless or becomes
 * unreadable. When the fix moves the border, text next to the box keeps its column. Nothing is reported if it is
 * unclear what the border should meet, or if the width of a character depends on the font.
 *
 * ## Examples
 *
 * ````md ok type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```
 * ┌────────┐     ┌───────────┐
 * │ Orders │────>│ Warehouse │
 * └────────┘     └───────────┘
 * ```
 * ````
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```
 * +----------+     +-------------+
 * |  Orders   |    |  Warehouse  |
 * |          | --> | of the town  |
 * +----------+     +-------------+
 * ```
 * ````
 *
 * ```text messages
 * 7:13-7:14: The right border of `Orders` is 1 column too far to the right
 * 8:33-8:34: The right border of `Warehouse` is 1 column too far to the right
 * ```
 *
 * ````md fixed
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```
 * +----------+     +-------------+
 * |  Orders  |     |  Warehouse  |
 * |          | --> | of the town |
 * +----------+     +-------------+
 * ```
 * ````
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```
 * +----------+   +----------+   +----------+
 * |  Shop     |  |  Orders   |  |  Stock    |
 * +----------+   +----------+   +----------+
 * ```
 * ````
 *
 * ```text messages
 * 7:13-7:14: The borders of 3 boxes are misaligned, starting with `Shop`
 * ```
 *
 * ````md fixed
 * # Note: Use a queue
 *
 * ## Context
 *
 * ```
 * +----------+   +----------+   +----------+
 * |  Shop    |   |  Orders  |   |  Stock   |
 * +----------+   +----------+   +----------+
 * ```
 * ````
 */
import type { Code } from 'mdast'
import { groupBy } from '../core/data/groupBy.ts'
import { remember } from '../core/data/remember.ts'
import { readBoxArt, readLoneBox } from '../core/diagrams/boxArt/looksLike.ts'
import type { Misalignment } from '../core/diagrams/boxArt/misaligned.ts'
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import { defineRule } from '../core/lint/rule.ts'
import { count } from '../core/text/count.ts'

export default defineRule({
  id: 'box-art-alignment',
  category: 'agreement',
  description: 'Require the borders of boxes drawn in text to meet',
  severity: 'warning',
  *check({ document }) {
    for (const diagram of [...document.diagrams.filter(isBoxArt), ...loneBoxes(document)]) {
      const misalignments = readBoxArt(diagram.source)?.misalignments ?? loneBoxIn(diagram.node)
      // One line that sticks out misaligns all others of its box.
      const boxes = [...groupBy(misalignments, ({ box }) => box).values()]
      // In a proportional font, all boxes get misaligned: that is one cause, with one fix.
      for (const group of boxes.length < many ? boxes : [boxes.flat().toSorted((a, b) => a.start - b.start)]) {
        const [first] = group
        if (!first) continue
        const edits = group.flatMap((each) => each.edits)
        yield {
          ...placeInDocument(document, diagram, first),
          reason: boxes.length < many ? reasonOf(first, group.length) : reasonOfAll(first, boxes.length),
          fixes: [
            {
              title: group.length > 1 ? 'Align the borders' : 'Align the border',
              edits: edits.map((edit) => ({ ...edit, ...placeInDocument(document, diagram, edit) })),
              isPreferred: true,
              isSafe: true,
            },
          ],
        }
      }
    }
  },
})

const isBoxArt = ({ engine }: Diagram): boolean => engine === 'box-art'

type Drawn = Pick<Diagram, 'node' | 'source' | 'start' | 'end'>

/** Blocks of plain text that are not diagrams because they hold only a single box. */
const loneBoxes = (document: DocumentModel): readonly Drawn[] =>
  document
    .nodes('code')
    .filter((node) => /^(?:te?xt|plain(?:text)?|none)?$/i.test(node.lang ?? '') && loneBoxIn(node).length > 0)
    .map((node) => ({ node, source: node.value, ...document.rangeOf(node) }))
    .filter(({ start }) => !document.diagrams.some((diagram) => diagram.start === start))

const loneBoxIn = remember(({ value }: Code) => readLoneBox(value))

/** With this many boxes, the drawing as a whole is misaligned. */
const many = 3

const reasonOfAll = ({ label }: Misalignment, boxes: number): string =>
  `The borders of ${boxes} boxes are misaligned${label ? `, starting with \`${label}\`` : ''}`

/** @param rows the number of rows in which a border of the box is misaligned */
function reasonOf({ side, shift, label }: Misalignment, rows: number): string {
  const box = label ? `\`${label}\`` : 'a box'
  if (rows > 1) return `The borders of ${box} are misaligned in ${rows} rows`
  const distance = `${count(Math.abs(shift), 'column')} too far to the ${shift < 0 ? 'right' : 'left'}`
  return `The ${side} border of ${box} is ${distance}`
}
