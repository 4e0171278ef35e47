/** Creates the figures of diagrams in a page. */

import type { Element, ElementContent, Properties } from 'hast'
import { element, words } from './build.ts'
import type { Drawing } from './protocol.ts'
import type { Say } from './say.ts'

/** When a page shows the dark version of a picture: never on paper. */
const onDark = 'screen and (prefers-color-scheme: dark)'

/** The figure of a diagram: its picture for light and dark themes, or its source with the reason why there is none. */
export function figureOf({ light, dark, alt, error }: Drawing, source: string, say: Say): Element {
  const picture = light ?? dark
  if (picture === undefined) {
    const why = error ? say('This diagram is not drawn: {0}.', error) : say('This diagram is not drawn.')
    const reason = element('p', {}, [words(why)])
    const text = element('pre', {}, [element('code', {}, [words(source)])])
    return element('figure', { className: ['diagram', 'failed'] }, [reason, text])
  }
  const image = element('img', { alt, src: svgAddress(picture), ...sizeOf(picture) }, [])
  const both = light !== undefined && dark !== undefined && light !== dark
  const forDark = both ? [element('source', { media: onDark, srcSet: svgAddress(dark) }, [])] : []
  const shown: readonly ElementContent[] = [element('picture', {}, [...forDark, image])]
  return element('figure', { className: ['diagram', ...(picture === light ? [] : ['on-dark'])] }, shown)
}

/** An SVG as a data URL. As an image, it runs no script, loads nothing and shares no ids with the page. */
const svgAddress = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg.toWellFormed())}`

/** The size of an SVG, so that the page can reserve space for it; empty if it states none. */
function sizeOf(svg: string): Properties {
  const opening = svg.slice(0, svg.indexOf('>') + 1)
  const [width, height] = [/\swidth="([\d.]{1,12})(?:px)?"/, /\sheight="([\d.]{1,12})(?:px)?"/].map((size) =>
    Math.round(Number(size.exec(opening)?.[1])),
  )
  return width && height ? { width, height } : {}
}
