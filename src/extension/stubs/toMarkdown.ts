/** Stands where remark-gfm expects what writes Markdown (17 KB): the extension only ever reads it. */
export const defaultHandlers = {}
