/** Finds what the text says about a part, and where. */

import type { Range } from '../core/text/range.ts'
import { componentNamesOf } from '../reading/components/componentNames.ts'
import { isSameName, readName } from '../reading/components/names.ts'
import type { Named } from './partNames.ts'

/** The place that describes a part. */
export interface Description {
  /** The range of the heading, item or cell that names the part. */
  readonly place: Range
  /** The description as Markdown, without the heading. */
  readonly text: string
}

/** The longest description that is shown, in UTF-16 units. */
const longest = 600

/** What a document says about a part, under its heading or in the list of components. Undefined if it says nothing. */
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
