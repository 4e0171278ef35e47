/** Tells Markdown files by their names. */

export const markdownEnding = /\.(?:md|markdown)$/i

/** A glob for the Markdown files of a folder, in any case, as `isMarkdown` tells them. */
export const markdownGlob = '*.{[mM][dD],[mM][aA][rR][kK][dD][oO][wW][nN]}'

/** Whether a file name or path is one of a Markdown file. */
export const isMarkdown = (path: string): boolean => markdownEnding.test(path)
