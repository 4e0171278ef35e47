/** Replaces lone surrogates, from a file name or a text that was cut, which UTF-8 cannot encode. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')
