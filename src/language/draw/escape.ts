/** Writes a name as the label of a node in each notation. */

/** Quotes a text for DOT. */
export const dotText = (label: string): string => `"${label.replace(/["\\]/g, '\\$&')}"`

/** Whether a text can be the id of a node in every notation without quotes. */
export const isPlainId = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text)
