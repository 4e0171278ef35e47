/** CSS functions that make a browser load something. `url(#…)` refers to the drawing itself. */
const loading =
  /(?:url\(\s*["']?(?!\s*["']?#)|(?:image-set|cross-fade|image|src|element|paint)\(|@import|expression\()/i

/** Whether an attribute or a CSS value would load something. A backslash may hide a function name, so it counts too. */
export function isFetching(value: string): boolean {
  return loading.test(value) || (value.includes('\\') && value.includes('('))
}

/**
 * Removes declarations that would load something from an element's `style`. The browser's parser has resolved escapes
 * by then.
 */
export function cleanDeclarations(element: Element): void {
  const text = element.getAttribute('style') ?? ''
  // Skips the common case of plain words and numbers, since a drawing has hundreds of styles.
  if (!/[(\\@]/.test(text)) return
  const probe = new CSSStyleSheet()
  probe.replaceSync(`a{${text.replace(/[{}]/g, '')}}`)
  const [rule] = probe.cssRules
  if (rule instanceof CSSStyleRule) {
    cleanStyle(rule.style)
    element.setAttribute('style', rule.style.cssText)
  } else element.removeAttribute('style')
}

/** A style sheet for a shadow root: it loads nothing (`@import` has no effect in it) and cannot style its host. */
export function cleanSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  cleanRules(sheet)
  return sheet
}

function cleanRules(owner: CSSStyleSheet | CSSGroupingRule | CSSStyleRule): void {
  for (let index = owner.cssRules.length - 1; index >= 0; index--) {
    const rule = owner.cssRules[index]
    if (!rule || !isHarmless(rule)) owner.deleteRule(index)
  }
}

function isHarmless(rule: CSSRule): boolean {
  if (rule instanceof CSSStyleRule) {
    if (/:host|::slotted|::part/i.test(rule.selectorText)) return false
    cleanStyle(rule.style)
    cleanRules(rule)
    return true
  }
  if (rule instanceof CSSGroupingRule) {
    cleanRules(rule)
    return true
  }
  return rule instanceof CSSKeyframesRule && !isFetching(rule.cssText)
}

function cleanStyle(style: CSSStyleDeclaration): void {
  for (const name of [...style]) if (isFetching(style.getPropertyValue(name))) style.removeProperty(name)
}
