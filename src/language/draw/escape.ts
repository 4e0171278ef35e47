/** Writes a name as the label of a node in each notation. */

/** Words in quotes, as DOT reads them. */
export const dotText = (label: string): string => `"${label.replace(/["\\]/g, '\\$&')}"`

/** What all notations take for the id of a node without marks around it. */
export const isPlainId = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text)
