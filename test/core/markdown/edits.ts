/** Random edits that change how a text is parsed. */

/** Pieces of text that change how the rest is read when they are inserted or removed. */
const pieces = [
  '```',
  '~~~\n',
  '````js\n',
  '\n```\n',
  '<!--',
  '-->',
  '<!-- x -->\n',
  '\n# Heading\n',
  '# ',
  '\n## A\n\n',
  '#',
  '\n\n',
  '\n',
  ' ',
  '    ',
  '\t',
  '- ',
  '1. ',
  '> ',
  '[x]',
  '[x]: /u\n',
  '\n[x]: /u "t"\n',
  '[^n]',
  '\n[^n]: note\n',
  '[Long label][x]',
  '---\n',
  '\n---\n',
  '===\n',
  '| a | b |\n|---|---|\n| c | d |\n',
  '<div>\n',
  '</div>\n\n',
  '<pre>',
  '</pre>',
  '<?php\n',
  '?>',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE\n',
  'word',
  '\nA line',
  '\r\n',
  '\r',
  '**',
  '`',
  '\\',
  'é',
  '😀',
  '\u0000',
  '\u2028',
  '\u2029# no heading\n',
  '\uFEFF',
  '<a href="',
  '">',
]

/** A text with most kinds of blocks. */
export const start = `---\ntitle: x\n# a comment\n---\n\n# One [x]\n\nText with [x] and [^n].\n\n\`\`\`sh\n# not a heading\n\`\`\`\n\n## Two\n\n- a\n  \`\`\`\n  # in a list\n  \`\`\`\n- b\n\n<!-- long\n# comment\n-->\n\n### Three\n\n> quote\n\n[x]: /u\n\n[^n]: note\n\n# Four\n\n| a | b |\n|---|---|\n| c | d |\n`

/**
 * A text after one edit: a few characters removed, and usually one of the pieces inserted.
 *
 * @param next a source of numbers from 0 to 1
 */
export function edited(text: string, next: () => number): string {
  const at = Math.floor(next() * (text.length + 1))
  const remove = next() < 0.4 ? Math.floor(next() * 12) : 0
  const insert = next() < 0.75 ? (pieces[Math.floor(next() * pieces.length)] ?? '') : ''
  return text.slice(0, at) + insert + text.slice(at + remove)
}
