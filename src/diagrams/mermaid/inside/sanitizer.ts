/** Keeps the styles of mermaid's drawings through mermaid's own sanitizer. */

import DOMPurify from 'dompurify'

/**
 * Mermaid passes a finished drawing, its style element included, through the sanitiser, whose parser reports that element
 * to be against the policy. The style stays out of it: the panel does not trust what comes from here anyway.
 */
export function keepStyle(): void {
  const sanitize = DOMPurify.sanitize.bind(DOMPurify)
  DOMPurify.sanitize = ((dirty: string | Node, options: object) => {
    const style =
      typeof dirty === 'string' && dirty.startsWith('<svg') ? /<style>[^<]*<\/style>/.exec(dirty)?.[0] : undefined
    if (typeof dirty !== 'string' || style === undefined) return sanitize(dirty, options)
    return `${sanitize(
      dirty.replace(style, () => ''),
      options,
    )}`.replace(/^<svg[^>]*>/, (start) => start + style)
  }) as typeof DOMPurify.sanitize
}
