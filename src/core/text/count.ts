/** `1 error`, `3 errors`. */
export const count = (number: number, one: string): string => `${number} ${number === 1 ? one : `${one}s`}`
