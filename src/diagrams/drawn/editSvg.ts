/**
 * Changes a drawing as elements and gives it back as text. Its styles stay out of it, for the browser reports each style
 * element that its parser meets to be against the policy.
 *
 * @param edit gets the root, and the styles as they are written between their tags
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
