/** The grounds of drawings in colours that do not fit the editor's. */

/** The colours of the grounds; the panel paints them (`webview/stage.ts`). */
export const papers = { light: '#ffffff', dark: '#1f1f1f' } as const

/** A drawing in colours that do not fit the editor's gets the ground they were made for. */
export function onPaper(svg: string, paper: keyof typeof papers): string {
  return svg.replace(/<svg /, `<svg data-paper="${paper}" `)
}
