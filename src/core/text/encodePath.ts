/** Encodes paths for links, so that no character of a file name ends the link or means anything in it. */

import { wellFormed } from './wellFormed.ts'

/** The relative URL of a path with `/`. */
export const encodePath = (path: string): string =>
  encodeParentheses(wellFormed(path).split('/').map(encodeURIComponent).join('/'))

/** Encodes what an author has left to encode in a URL; a query stays one. */
export const encodeRest = (url: string): string =>
  wellFormed(url)
    .split(/(%[\da-f]{2})/i)
    .map((part, index) => (index % 2 === 0 ? encodeParentheses(encodeURI(part)) : part))
    .join('')

/** They end a link in Markdown, and JavaScript leaves them as they are. */
const encodeParentheses = (url: string): string => url.replaceAll('(', '%28').replaceAll(')', '%29')
