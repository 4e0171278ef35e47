/** Tells what the text says of a part, and where it says so. */

import type { Range } from '../core/text/range.ts'
import { componentNamesOf } from '../reading/components/componentNames.ts'
import { isSameName, readName } from '../reading/components/names.ts'
import type { Named } from './partNames.ts'

/** Where a part is described. */
export interface Description {
  /** The heading, item or cell that names it. */
  readonly place: Range
  /** What is said there, as Markdown without the heading. */
  readonly text: string
}

/** Longest description that is shown, in UTF-16 units. */
const longest = 600

/** What a document says of a part: under its heading, or where it lists its components. Undefined where it says nothing. */
export function describe({ document, type }: Named, name: string): Description | undefined {
  const own = readName(name)
  const isIt = (other: string) => other === name || isSameName(own, readName(other))
  const sections = document.sections.filter(({ title }) => isIt(title))
  const section = sections.find(({ title }) => title === name) ?? sections[0]
  if (section) {
    const first = section.content.find((node) => node.type === 'paragraph' || node.type === 'list')
    const { start, end } = first ? document.rangeOf(first) : { start: 0, end: 0 }
    return { place: document.rangeOf(section.heading), text: cut(document.prose.slice(start, end)) }
  }
  const components = type ? componentNamesOf({ document, type }) : []
  const component = components.find((each) => each.name === name) ?? components.find((each) => isIt(each.name))
  if (!component) return undefined
  const { place, scope } = component
  return { place, text: cut(document.prose.slice(scope.start, scope.end)) }
}

function cut(text: string): string {
  const [first = ''] = text.trim().split(/\n[ \t]*\n/, 1)
  return first.length > longest ? `${first.slice(0, longest)}…` : first
}
