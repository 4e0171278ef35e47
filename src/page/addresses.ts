/** Classifies the URLs in a document: where a page may link to, and which pictures the caller has to provide. */

/** Where a URL leads, from the point of view of a page. */
export type AddressKind =
  /** A place in the page itself. */
  | 'here'
  /** The web or an email address. */
  | 'away'
  /** A file, perhaps one next to the document. */
  | 'file'
  /** A target that a page must not link to. */
  | 'nowhere'

/** Classifies a URL from an untrusted source. */
export function kindOfAddress(address: string): AddressKind {
  // Browsers ignore control characters, and treat a backslash as a slash.
  if (/[\u0000-\u001f\u007f\\]/.test(address)) return 'nowhere'
  if (address.startsWith('#')) return 'here'
  if (/^(?:https?:\/\/[^/]|mailto:)/i.test(address)) return 'away'
  return address.startsWith('//') || /^[^/?#]*:/.test(address) ? 'nowhere' : address.trim() ? 'file' : 'nowhere'
}

/** The id after `#` in a URL, decoded; as written if it is malformed. */
export function fragmentOf(address: string): string {
  const fragment = address.slice(address.indexOf('#') + 1)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** Whether a data URL is safe in a page: as an image, none of these runs a script or loads anything. */
export const isPictureAddress = (address: string): boolean =>
  /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/.test(address)
