/** What a card asks of the panel. */
export interface CardActions {
  /** @param at what is meant; the diagram itself where nothing is. At a glance, the focus stays where it is */
  openSource(id: string, at?: { readonly mark?: string; readonly line?: number; readonly isGlance?: true }): void
  openLink(id: string, href: string): void
  drawAnyway(id: string): void
  /** The picture was zoomed or moved. */
  onZoom(): void
}
