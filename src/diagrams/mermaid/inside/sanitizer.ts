/** Keeps the styles of mermaid's drawings when mermaid sanitizes them. */

import DOMPurify from 'dompurify'

/**
 * Mermaid sanitizes a finished drawing including its style element, whose parsing the browser reports as a violation of
 * the policy. This keeps the style out of it: the panel sanitizes drawings itself anyway.
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
