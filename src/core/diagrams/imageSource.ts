/** What stands for a picture of the document where a diagram has its source: its address, and how often files have changed. */

/** What the cards of pictures have for an engine. */
export const imageEngine = 'image'

export const imageSource = (address: string, generation: number): string => `${address}\n${generation}`

/** The address that a picture has in its document. */
export const addressOf = (source: string): string => source.slice(0, source.lastIndexOf('\n'))
