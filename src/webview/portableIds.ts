/** A reference to an element of the same drawing, in an attribute or a style. */
const pointer = /url\(\s*(["']?)#([^"'()\s]+)\1\s*\)/g

/**
 * Numbers a drawing's ids in document order and removes unreferenced ones, since engines keep counting from one drawing
 * to the next. Ids that occur in the styles stay.
 */
export function renumberIds(svg: SVGSVGElement, css: string): void {
  const all = [svg, ...svg.querySelectorAll('*')]
  const asked = new Set([...css.matchAll(pointer)].map(([, , id]) => id))
  for (const element of all)
    for (const { name, value } of element.attributes) {
      if (/^(?:xlink:)?href$/.test(name) && value.startsWith('#')) asked.add(value.slice(1))
      else for (const [, , id] of value.matchAll(pointer)) asked.add(id)
    }
  const named = new Set([...css.matchAll(/#([\w-]+)/g)].map(([, id]) => id))
  const names = new Map<string, string>()
  for (const element of all) {
    const { id } = element
    if (id === '' || named.has(id)) continue
    if (!asked.has(id)) element.removeAttribute('id')
    else {
      if (!names.has(id)) names.set(id, `id${names.size + 1}`)
      element.id = names.get(id) ?? ''
    }
  }
  for (const element of all)
    for (const attribute of element.attributes) {
      const { name, value } = attribute
      const target = /^(?:xlink:)?href$/.test(name) && value.startsWith('#') ? names.get(value.slice(1)) : undefined
      if (target !== undefined) attribute.value = `#${target}`
      else if (value.includes('url('))
        attribute.value = value.replace(pointer, (whole, _, id: string) =>
          names.has(id) ? `url(#${names.get(id)})` : whole,
        )
    }
}
