/** The panel's functions that a card calls. */
export interface CardActions {
  /**
   * @param at the element or line to go to; absent: the diagram as a whole. With `isGlance`, the focus stays in the
   * panel
   */
  openSource(id: string, at?: { readonly mark?: string; readonly line?: number; readonly isGlance?: true }): void
  openLink(id: string, href: string): void
  drawAgain(id: string): void
  /** The picture was zoomed or scrolled. */
  onZoom(): void
}
