/** What a card asks of the panel. */
export interface CardActions {
  openSource(id: string, at?: { readonly mark?: string; readonly line?: number }): void
  openLink(id: string, href: string): void
  drawAnyway(id: string): void
  /** The picture was zoomed or moved. */
  onZoom(): void
}
