/**
 * Edits a drawing as DOM elements and returns it as text. Its styles are taken out meanwhile, since the browser would
 * report each parsed style element as a violation of the policy.
 *
 * @param edit receives the root element, and the style elements as text
 */
export function editSvg(svg: string, edit: (root: Element, styles: readonly string[]) => void): string {
  const styles: string[] = []
  const bare = svg.replace(/<style[^>]*>[^<]*<\/style>/g, (style) => {
    styles.push(style)
    return ''
  })
  const root = new DOMParser().parseFromString(bare, 'text/html').querySelector('svg')
  if (!root) return svg
  edit(root, styles)
  return new XMLSerializer().serializeToString(root).replace(/^<svg[^>]*>/, (start) => start + styles.join(''))
}
