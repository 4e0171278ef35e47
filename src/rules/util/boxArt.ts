/** Whether a text is a drawing of boxes and not a table, a directory tree or terminal output. */
export function isBoxArt(source: string): boolean {
  const lines = source.split(/\r\n?|\n/)
  const opens = lines.filter((line) => /[┌╔╭┏].*[┐╗╮┓]|\+-{2,}\+/.test(line)).length
  const closes = lines.filter((line) => /[└╚╰┗].*[┘╝╯┛]|\+-{2,}\+/.test(line)).length
  const walls = lines.filter((line) => /[│║┃|].*[│║┃|]/.test(line)).length
  // A table has inner walls on every line and crossings in its rules; a drawing has arrows or boxes of different width.
  const isTable =
    lines.some((line) => /[┼╬]|\+-+\+-+\+/.test(line)) &&
    !lines.some((line) => /[▼▲►◄▶◀→←↓↑]|-->|<--|--+>|\bv\b/.test(line))
  return opens > 0 && closes > 0 && walls > 0 && !isTable
}
