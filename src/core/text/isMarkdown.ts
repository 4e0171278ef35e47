/** Tells Markdown files by their names. */

export const markdownEnding = /\.(?:md|markdown)$/i

/** Whether a file name or path is one of a Markdown file. */
export const isMarkdown = (path: string): boolean => markdownEnding.test(path)
