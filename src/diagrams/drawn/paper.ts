/** Gives drawings a background of their own if their colours do not suit the editor's theme. */

/** The background colours; the panel paints them (`webview/stage.ts`). */
export const papers = { light: '#ffffff', dark: '#1f1f1f' } as const

/** Sets the background that a drawing's colours were made for. */
export function onPaper(svg: string, paper: keyof typeof papers): string {
  return svg.replace(/<svg /, `<svg data-paper="${paper}" `)
}
