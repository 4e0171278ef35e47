/** Directions in which a line can leave the centre of a cell, as bits. Opposite directions are two bits apart. */
export const up = 1
export const right = 2
export const down = 4
export const left = 8
const upRight = 16
const downRight = 32
const downLeft = 64
const upLeft = 128

/** A direction with its bit, the opposite bit, and its step. */
export interface Way {
  readonly bit: number
  readonly opposite: number
  readonly dx: number
  readonly dy: number
}

const way = (bit: number, opposite: number, dx: number, dy: number): Way => ({ bit, opposite, dx, dy })
export const toRight: Way = way(right, left, 1, 0)
const toLeft: Way = way(left, right, -1, 0)
export const toDown: Way = way(down, up, 0, 1)
const toUp: Way = way(up, down, 0, -1)
export const ways: readonly Way[] = [
  toUp,
  toRight,
  toDown,
  toLeft,
  way(upRight, downLeft, 1, -1),
  way(downRight, upLeft, 1, 1),
  way(downLeft, upRight, -1, 1),
  way(upLeft, downRight, -1, -1),
]

export const across = left | right
export const upright = up | down
export const slanted = upRight | downRight | downLeft | upLeft
export const rising: number = upRight | downLeft
export const falling: number = upLeft | downRight

/** The style of a line. */
export type Stroke = 'light' | 'heavy' | 'double' | 'dashed'

const drawings: readonly (readonly [number, string])[] = [
  [across, '─━┄┅┈┉╌╍═╼╾'],
  [upright, '│┃┆┇┊┋╎╏║╽╿'],
  [down | right, '┌┍┎┏╒╓╔╭'],
  [down | left, '┐┑┒┓╕╖╗╮'],
  [up | right, '└┕┖┗╘╙╚╰'],
  [up | left, '┘┙┚┛╛╜╝╯'],
  [upright | right, '├┝┞┟┠┡┢┣╞╟╠'],
  [upright | left, '┤┥┦┧┨┩┪┫╡╢╣'],
  [down | across, '┬┭┮┯┰┱┲┳╤╥╦'],
  [up | across, '┴┵┶┷┸┹┺┻╧╨╩'],
  [upright | across, '┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╪╫╬'],
  [left, '╴╸'],
  [up, '╵╹'],
  [right, '╶╺'],
  [down, '╷╻'],
  [rising, '╱'],
  [falling, '╲'],
  [rising | falling, '╳'],
]

/**
 * The directions of box-drawing characters. ASCII characters are not included, since they depend on their neighbours.
 */
export const drawn: ReadonlyMap<string, number> = new Map(
  drawings.flatMap(([arms, glyphs]) => [...glyphs].map((glyph) => [glyph, arms] as const)),
)

const heads: readonly (readonly [Way, string])[] = [
  [toRight, '>►▶▷▸→⟶⇒➔➜'],
  [toLeft, '<◄◀◁◂←⟵⇐'],
  [toDown, 'vV▼▽▾↓⇓'],
  [toUp, '^▲△▴↑⇑'],
]

/** The direction of each arrow head. */
export const pointing: ReadonlyMap<string, Way> = new Map(
  heads.flatMap(([towards, glyphs]) => [...glyphs].map((glyph) => [glyph, towards] as const)),
)

const strokes: readonly (readonly [Stroke, string])[] = [
  ['heavy', '━┃┏┓┗┛┣┫┳┻╋┅┇┉┋╍╏'],
  ['double', '═║╔╗╚╝╠╣╦╩╬╒╓╕╖╘╙╛╜╞╟╡╢╤╥╧╨╪╫='],
  ['dashed', '┄┆┈┊╌╎'],
]
const strokeOfGlyph = new Map(strokes.flatMap(([stroke, glyphs]) => [...glyphs].map((glyph) => [glyph, stroke])))

/** The line style of a character. */
export const strokeOf = (glyph: string): Stroke => strokeOfGlyph.get(glyph) ?? 'light'

/** Whether a character is a round corner. */
export const isRound = (glyph: string): boolean => /[╭╮╰╯.,'`]/.test(glyph)
