/** Makes a text usable in a file name. */

/** Whether Windows reserves a name for a device, whatever its extension. @param stem the file name without extension */
export const isReserved = (stem: string): boolean => /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])$/i.test(stem)

/**
 * A text as part of a file name: letters and digits of any script, `_`, and `-` for spaces; nothing else. May be empty.
 */
export const slug = (text: string, maxLength: number): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replace(/ /g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, maxLength)
    // Remove half of a surrogate pair.
    .replace(/-?[\uD800-\uDBFF]?$/, '')
