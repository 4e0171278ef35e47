/** Replaces the Markdown serialiser (17 KB) that remark-gfm imports: the extension only parses Markdown. */
export const defaultHandlers = {}
