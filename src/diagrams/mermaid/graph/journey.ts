/** Reads the sections, the tasks and the people of a mermaid user journey. */

import type { ReadGraph } from '../../source/draft.ts'
import { linesOf, rangeIn } from './statements.ts'
import { uniqueId } from './uniqueId.ts'

/** Sections contain tasks; people are listed with each task, and become nodes of their own. */
export const readJourney: ReadGraph = (text, draft) => {
  const used = new Map<string, number>()
  const people = new Map<string, string>()
  let section: string | undefined
  for (const line of linesOf(text)) {
    if (/^title(?=\s)/.test(line.text)) continue
    const heading = /^section\s([^#:\n;]{1,500})/.exec(line.text)?.[1]?.trim()
    if (heading) {
      section = uniqueId(heading, used)
      draft.node(section, line, { label: heading, kind: 'group' })
      continue
    }
    const [task = '', score, ...others] = line.text.split(':')
    if (!task.trim() || score === undefined) continue
    const names = others
      .join(':')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const value = [score.trim(), ...names].join(', ')
    draft.node(uniqueId(task.trim(), used), line, { label: task, kind: 'step', value, parent: section })
    const behind = task.length + score.length + 1
    for (const name of names.slice(0, mostPeople)) {
      const id = people.get(name) ?? uniqueId(name, used)
      people.set(name, id)
      draft.node(id, rangeIn(line, name, behind), { label: name, kind: 'person', isDefinition: false })
    }
  }
}

/** Maximum number of people per task. */
const mostPeople = 50
