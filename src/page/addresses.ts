/** Sorts the addresses in a document: what a page may link to, and the pictures that others have to bring. */

/** Where an address leads, as far as a page is concerned. */
export type AddressKind =
  /** A place in the page itself. */
  | 'here'
  /** The web, or somebody's mailbox. */
  | 'away'
  /** A file beside the document, perhaps. */
  | 'file'
  /** Nowhere that a page may lead. */
  | 'nowhere'

/** Sort an address that anybody may have written. */
export function kindOfAddress(address: string): AddressKind {
  // Browsers skip what cannot be seen, and take a backslash for a slash.
  if (/[\u0000-\u001f\u007f\\]/.test(address)) return 'nowhere'
  if (address.startsWith('#')) return 'here'
  if (/^(?:https?:\/\/[^/]|mailto:)/i.test(address)) return 'away'
  return address.startsWith('//') || /^[^/?#]*:/.test(address) ? 'nowhere' : address.trim() ? 'file' : 'nowhere'
}

/** The part of an address behind `#`, as the id that it names; the address itself where it is not well written. */
export function fragmentOf(address: string): string {
  const fragment = address.slice(address.indexOf('#') + 1)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** Pictures that a page may hold: as an image, none of them runs a script or loads anything. */
export const isPictureAddress = (address: string): boolean =>
  /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/.test(address)
