/** Builds the source of a picture's card: its URL and the counter of file changes. */

/** The engine id of picture cards. */
export const imageEngine = 'image'

export const imageSource = (address: string, generation: number): string => `${address}\n${generation}`

/** The URL of a picture as written in its document. */
export const addressOf = (source: string): string => source.slice(0, source.lastIndexOf('\n'))
