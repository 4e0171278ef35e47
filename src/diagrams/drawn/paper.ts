/** A drawing in colours that do not fit the editor's gets the ground they were made for. */
export function onPaper(svg: string, paper: 'dark' | 'light'): string {
  return svg.replace(/<svg /, `<svg data-paper="${paper}" `)
}
