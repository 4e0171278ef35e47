/**
 * A copy of a part of a text. V8's `slice` makes a window on the whole text instead, and keeps that in memory: of what outlives a
 * keystroke, each piece would hold all of the document as it was when the piece was read.
 */
export const detached = (part: string): string => ` ${part}`.slice(1)
