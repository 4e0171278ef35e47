/** Repeats a piece until the size is reached. */
export const repeat = (piece: string) => (size: number) => piece.repeat(Math.max(1, Math.ceil(size / piece.length)))
/** Numbered pieces, until the size is reached. */
export const counted = (piece: (n: number) => string) => (size: number) => {
  const parts: string[] = []
  for (let n = 0, length = 0; length < size; n++) {
    const part = piece(n)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}
/** Repeats a piece in lines of about `width` UTF-16 units, until the size is reached. */
export const lines = (piece: string, width: number) => (size: number) =>
  `${repeat(piece)(width)}x\n`.repeat(Math.max(1, Math.ceil(size / width)))
/** Nests pairs of opening and closing marks, until the size is reached. */
export const nested = (open: string, close: string) => (size: number) => {
  const times = Math.max(1, Math.ceil(size / (open.length + close.length)))
  return `${open.repeat(times)}x${close.repeat(times)}`
}
