/** Draws box art as SVG. */

import { smallest } from '../core/data/longLists.ts'
import type { Box } from '../core/diagrams/boxArt/boxes.ts'
import { isRound, strokeOf } from '../core/diagrams/boxArt/glyphs.ts'
import { type BoxArt, parseBoxArt } from '../core/diagrams/boxArt/parse.ts'
import { type Run, readRuns } from '../core/diagrams/boxArt/texts.ts'
import { isDashed, isThick } from '../core/diagrams/boxArt/wires.ts'
import { edgeMark, nodeMark } from '../core/diagrams/elements.ts'
import type { DiagramTheme, RenderDiagram } from '../core/diagrams/engine.ts'
import { asXml, column, middleX, middleY, row, tag } from './boxArt/shapes.ts'
import { wirePaths } from './boxArt/wirePaths.ts'
import { mix } from './drawn/colors.ts'

/** Draws boxes and lines as shapes, and text at its place. Needs no DOM. */
export const render: RenderDiagram = async (source, theme) => {
  const art = parseBoxArt(source)
  if (!art) throw new Error('This drawing is too large')
  const look = lookOf(theme)
  const { rows, width } = art.floor.grid
  const indents = rows.map((cells) => cells.findIndex(({ glyph }) => glyph !== ' ')).filter((indent) => indent >= 0)
  const left = smallest(indents, width)
  const top = Math.max(
    0,
    rows.findIndex(({ length }) => length > 0),
  )
  // A margin for the half of a line's width that extends beyond the middle of its cell.
  const size = [Math.max(1, width - left) * column + 4, Math.max(1, rows.length - top) * row + 4]
  const box = [left * column - 2, top * row - 2, ...size]
  const content = [...drawNodes(art, look), ...drawWires(art, look), ...drawLabels(art, look)].join('')
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: box.map((value) => Math.round(value * 10) / 10).join(' ') },
    tag('g', { 'font-family': fonts, 'font-size': 13, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }, content),
  )
}

const fonts =
  "ui-monospace, 'SF Mono', Menlo, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace"

interface Look {
  readonly ground: string
  readonly text: string
  readonly quiet: string
  readonly line: string
  readonly border: string
  readonly groupBorder: string
  readonly fill: string
  readonly groupFill: string
}

/** The same colours as in other engines' drawings. */
function lookOf({ colors: { background, foreground, line, accent }, highContrast }: DiagramTheme): Look {
  const either = (contrast: string, usual: string) => (highContrast ? contrast : usual)
  return {
    ground: background,
    text: foreground,
    quiet: either(foreground, mix(background, foreground, 0.78)),
    line: either(line, mix(background, foreground, 0.6)),
    border: either(line, mix(background, accent, 0.75)),
    groupBorder: either(line, mix(background, foreground, 0.3)),
    fill: either(background, mix(background, accent, 0.14)),
    groupFill: either(background, mix(background, foreground, 0.04)),
  }
}

/** Boxes and free-standing text; inner boxes come after outer ones. */
function drawNodes(art: BoxArt, look: Look): string[] {
  return art.nodes.map(({ box, runs }, index) => {
    const words = runs.map((run) => drawWords(run, look, look.text, box))
    return tag('g', { 'data-mark': nodeMark(index) }, (box ? drawBox(art, box, look) : '') + words.join(''))
  })
}

function drawBox({ floor }: BoxArt, box: Box, look: Look): string {
  const glyph = floor.grid.glyphAt(box.x1, box.y1)
  const stroke = strokeOf(floor.grid.glyphAt(box.x1 + 1, box.y1))
  const isGroup = box.children.length > 0
  const left = middleX(box.x1)
  const top = middleY(box.y1)
  const color = isGroup ? look.groupBorder : look.border
  const size = { width: middleX(box.x2) - left, height: middleY(box.y2) - top }
  const dash = stroke === 'dashed' ? '5 4' : undefined
  const shape = (inset: number, fill: string) =>
    tag('rect', {
      x: left + inset,
      y: top + inset,
      width: size.width - 2 * inset,
      height: size.height - 2 * inset,
      rx: isRound(glyph) ? 9 : 3,
      fill,
      stroke: color,
      'stroke-width': stroke === 'heavy' ? 2.4 : 1.3,
      'stroke-dasharray': dash,
    })
  const dividers = box.dividers.map((y) =>
    tag('path', { d: `M${left} ${middleY(y)}H${left + size.width}`, stroke: color, 'stroke-width': 1.1, fill: 'none' }),
  )
  const outer = shape(0, isGroup ? look.groupFill : look.fill)
  return [outer, ...(stroke === 'double' ? [shape(3, 'none')] : []), ...dividers].join('')
}

function drawWires({ floor, wires, edges }: BoxArt, look: Look): string[] {
  return wires.map((wire) => {
    const { lines, heads } = wirePaths(floor, wire)
    const marks = edges.flatMap((edge, index) => (edge.wire === wire ? [edgeMark(index)] : []))
    const shape = {
      d: lines,
      fill: 'none',
      'stroke-width': isThick(floor, wire) ? 2.4 : 1.3,
      'stroke-dasharray': isDashed(floor, wire) ? '5 4' : undefined,
    }
    // One line may stand for several edges, each of which can be highlighted.
    const others = marks.slice(1).map((mark) => tag('path', { ...shape, stroke: 'transparent', 'data-mark': mark }))
    const line = tag('path', { ...shape, stroke: look.line, 'data-mark': marks[0] })
    return others.join('') + line + (heads && tag('path', { d: heads, fill: look.line }))
  })
}

/** Labels of edges, and text that belongs to nothing. */
function drawLabels({ floor, nodes, edges }: BoxArt, look: Look): string[] {
  const drawn = new Set(nodes.flatMap(({ runs }) => runs.map(({ start }) => start)))
  const marks = new Map(edges.flatMap(({ runs }, index) => runs.map(({ start }) => [start, edgeMark(index)] as const)))
  return readRuns(floor.grid, floor.lines)
    .filter(({ start }) => !drawn.has(start))
    .map((run) => drawWords(run, look, look.quiet, undefined, marks.get(run.start)))
}

/** A run of text is as wide as its columns, whatever the font. */
function drawWords({ text, x1, x2, y }: Run, look: Look, fill: string, box?: Box, mark?: string): string {
  const width = (x2 - x1 + 1) * column
  const words = tag(
    'text',
    {
      x: x1 * column,
      y: middleY(y) + 4.5,
      textLength: width,
      lengthAdjust: 'spacingAndGlyphs',
      fill,
      'xml:space': 'preserve',
      'data-mark': mark,
    },
    asXml(text),
  )
  // A title interrupts the border that it is in.
  const isTitle = box && (y === box.y1 || y === box.y2)
  const patch = { x: x1 * column - 3, y: y * row + 2, width: width + 6, height: row - 4, fill: look.ground }
  return isTitle ? tag('rect', patch) + words : words
}
