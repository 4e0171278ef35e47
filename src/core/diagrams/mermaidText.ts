/** Escapes text so that mermaid displays it literally. */

/** Text for a quoted label: everything that mermaid, its Markdown or HTML would interpret is written as entities. */
export const mermaidText = (line: string): string =>
  line
    .replace(/[#&<>"`*\\]|~~|\$\$|%%|(?<![a-z0-9])_|_(?![a-z0-9])/gi, (text) => text.replace(/./g, entityOf))
    .replace(/^(\d{1,9})([.)])/, (_, number: string, dot: string) => number + entityOf(dot))
    .replace(/^[-+]/, entityOf)
    // Otherwise, mermaid would make a link of it.
    .replace(/:(?=\/\/)/g, entityOf)

/** Text after a colon or `as`, without quotes: a semicolon would end the statement. */
export const mermaidLine = (line: string): string => line.split(';').map(mermaidText).join('#59;')

const entityOf = (character: string): string => `#${character.charCodeAt(0)};`
