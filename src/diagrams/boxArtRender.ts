import type { Box } from '../core/boxArt/boxes.ts'
import { isRound, strokeOf } from '../core/boxArt/glyphs.ts'
import { nameNodes } from '../core/boxArt/names.ts'
import { type BoxArt, parseBoxArt } from '../core/boxArt/parse.ts'
import { readRuns } from '../core/boxArt/texts.ts'
import { isDashed, isThick } from '../core/boxArt/wires.ts'
import type { DiagramTheme, RenderDiagram } from '../core/engine.ts'
import { asXml, column, middleX, middleY, row, tag } from './boxArt/shapes.ts'
import { wirePaths } from './boxArt/wirePaths.ts'
import { mix } from './util/colors.ts'

/** Draws boxes and lines as shapes, and words where they stand. Needs no DOM. */
export const render: RenderDiagram = async (source, theme) => {
  const art = parseBoxArt(source)
  if (!art) throw new Error('This drawing is too large')
  const look = lookOf(theme)
  const { rows, width } = art.floor.grid
  // The first and last column and row hold half a cell of blank; a margin for lines that are wide.
  const box = [-2, -2, Math.max(1, width) * column + 4, Math.max(1, rows.length) * row + 4]
  const content = [...drawBoxes(art, look), ...drawWires(art, look), ...drawWords(art, look)].join('')
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

/** The colours of the other engines' drawings. */
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

function drawBoxes(art: BoxArt, look: Look): string[] {
  const names = nameNodes(art)
  const nodes = new Map(art.nodes.flatMap((node) => (node.box ? [[node.box, node] as const] : [])))
  const depth = (box: Box): number => (box.parent ? 1 + depth(box.parent) : 0)
  return art.boxes
    .toSorted((a, b) => depth(a) - depth(b))
    .map((box) => {
      const node = nodes.get(box)
      return tag('g', { class: 'node', 'data-node': node && names.get(node) }, drawBox(art, box, look))
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

function drawWires({ floor, wires }: BoxArt, look: Look): string[] {
  return wires.map((wire) => {
    const { lines, heads } = wirePaths(floor, wire)
    const dash = isDashed(floor, wire) ? '5 4' : undefined
    const width = isThick(floor, wire) ? 2.4 : 1.3
    const line = tag('path', {
      d: lines,
      fill: 'none',
      stroke: look.line,
      'stroke-width': width,
      'stroke-dasharray': dash,
    })
    return tag('g', { class: 'edge' }, line + (heads && tag('path', { d: heads, fill: look.line })))
  })
}

/** Each run of words is as long as its columns, whatever the font. */
function drawWords({ floor, boxes }: BoxArt, look: Look): string[] {
  const owners = new Map(boxes.flatMap((box) => box.runs.map((run) => [run.start, box] as const)))
  return readRuns(floor.grid, floor.lines).map(({ text, x1, x2, y, start }) => {
    const box = owners.get(start)
    const width = (x2 - x1 + 1) * column
    const isTitle = box && (y === box.y1 || y === box.y2)
    const words = tag(
      'text',
      {
        x: x1 * column,
        y: middleY(y) + 4.5,
        textLength: width,
        lengthAdjust: 'spacingAndGlyphs',
        fill: box ? look.text : look.quiet,
        'xml:space': 'preserve',
      },
      asXml(text),
    )
    const patch = { x: x1 * column - 3, y: y * row + 2, width: width + 6, height: row - 4, fill: look.ground }
    return isTitle ? tag('rect', patch) + words : words
  })
}
