/** Wraps the content of a page in an HTML file that runs no script and makes no request. */

import type { Element, ElementContent, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { element, words } from './build.ts'
import { style } from './style.ts'

/** Nothing is loaded, run or sent, whatever is hidden in the document. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/**
 * The text of an HTML file.
 * @param language absent if unknown
 */
export function frame(title: string, content: readonly RootContent[], language?: string): string {
  const meta = (properties: Element['properties']) => element('meta', properties, [])
  const head = element('head', {}, [
    meta({ charSet: 'utf-8' }),
    meta({ httpEquiv: ['Content-Security-Policy'], content: policy }),
    meta({ name: 'referrer', content: 'no-referrer' }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [words(title)]),
    element('style', {}, [words(style)]),
  ])
  const main = element('main', {}, content as readonly ElementContent[])
  const page = element('html', language === undefined ? {} : { lang: language }, [head, element('body', {}, [main])])
  return `${toHtml([{ type: 'doctype' }, page])}\n`
}
