/** Finds the sections that list components, and what they list. */

import type { Table } from 'mdast'
import { type Section, textOf } from '../../core/document/document.ts'
import { type Listing, listingOf } from '../sections/listing.ts'
import { begunAbout, type Subject, topics, writtenAbout } from '../sections/topics.ts'

export interface Components extends Listing {
  readonly section: Section
}

/**
 * The sections that list components, with their items; without sections that are unreadable or still to be filled in.
 */
export const componentsOf = (context: Subject): readonly Components[] =>
  listedIn(context, writtenAbout(context, topics.components))

/** Like `componentsOf`, with sections in which something is still to be filled in. */
export const begunComponentsOf = (context: Subject): readonly Components[] =>
  listedIn(context, begunAbout(context, topics.components))

const listedIn = ({ document, type }: Subject, sections: readonly Section[]): readonly Components[] =>
  sections.flatMap((section) => {
    const listing = listingOf(document, type, section, isComponentTable)
    return listing && listing.items.length > 0 ? [{ section, ...listing }] : []
  })

/** Whether a table lists components, judged by the heading of its first column. */
export const isComponentTable = ({ children: [head] }: Table): boolean =>
  /component|container|service|module|part|name/i.test(textOf(head?.children[0] ?? { type: 'text', value: '' }))
