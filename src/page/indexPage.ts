/** Creates the page that lists the pages of a folder. */

import type { Element } from 'hast'
import { groupBy } from '../core/data/groupBy.ts'
import { element, words } from './build.ts'
import { frame } from './frame.ts'
import type { IndexEntry } from './protocol.ts'

/** The text of an HTML file with links to all pages, by folder. */
export function writeIndex(title: string, entries: readonly IndexEntry[]): string {
  const folders = groupBy(entries, ({ path }) => path.split('/').slice(0, -1).join('/'))
  const lists = [...folders]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([folder, inside]) => [
      ...(folder ? [element('h2', {}, [words(folder)])] : []),
      element('ul', { className: ['index'] }, inside.map(itemOf)),
    ])
  return frame(title, [element('h1', {}, [words(title)]), ...lists])
}

function itemOf({ address, title, path, notes }: IndexEntry): Element {
  const file = path.split('/').at(-1) ?? path
  const more = [title === file ? '' : file, ...notes].filter(Boolean).join(' · ')
  const note = more ? [words(' '), element('small', {}, [words(more)])] : []
  return element('li', {}, [element('a', { href: address }, [words(title)]), ...note])
}
