/** Writes words so that mermaid shows them as they are. */

/** Words for a label in quotes: what mermaid, its Markdown and HTML would read as more than that is written as entities. */
export const mermaidText = (line: string): string =>
  line
    .replace(/[#&<>"`*\\]|~~|\$\$|%%|(?<![a-z0-9])_|_(?![a-z0-9])/gi, (text) => text.replace(/./g, entityOf))
    .replace(/^(\d{1,9})([.)])/, (_, number: string, dot: string) => number + entityOf(dot))
    .replace(/^[-+]/, entityOf)
    // Or it becomes a link.
    .replace(/:(?=\/\/)/g, entityOf)

/** Words behind a colon or `as`, without quotes: a semicolon would end the statement. */
export const mermaidLine = (line: string): string => line.split(';').map(mermaidText).join('#59;')

const entityOf = (character: string): string => `#${character.charCodeAt(0)};`
