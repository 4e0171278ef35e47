/**
 * Require C4 diagrams to keep to their level and not to skip a level.
 *
 * ## Why
 *
 * C4 works because each diagram zooms into one box of the diagram before. A component in a context diagram shows
 * readers details before they know the surroundings, and components without a container diagram lack their context.
 *
 * ## Examples
 *
 * ````md ok type=note
 * # Note: Orders
 *
 * ```mermaid
 * C4Context
 *   Person(customer, "Customer")
 *   System(orders, "Order System")
 * ```
 *
 * ```mermaid
 * C4Container
 *   Container(api, "API Server")
 *   System_Ext(warehouse, "Warehouse System")
 * ```
 * ````
 *
 * ````md bad type=note
 * # Note: Orders
 *
 * ```mermaid
 * C4Context
 *   System(orders, "Order System")
 *   Component(router, "Router")
 * ```
 *
 * ```mermaid
 * C4Component
 *   Component(rules, "Order Rules")
 * ```
 * ````
 *
 * ```text messages
 * 6:3-6:12: `Component` does not belong in a context diagram: move it to a component diagram
 * 9:1-12:4: No container diagram: readers jump from the context straight to the components
 * ```
 *
 * ````md bad type=note
 * # Note: Use a queue
 *
 * ```plantuml
 * @startuml
 * !include <C4/C4_Context>
 * Person(buyer, "Buyer")
 * ContainerQueue(queue, "Orders")
 * @enduml
 * ```
 * ````
 *
 * ```text messages
 * 7:1-7:15: `ContainerQueue` does not belong in a context diagram: move it to a container diagram
 * ```
 */
import type { Diagram, DocumentModel } from '../core/document/document.ts'
import { placeInDocument } from '../core/document/places.ts'
import { defineRule } from '../core/lint/rule.ts'

export default defineRule({
  id: 'c4-levels',
  category: 'c4',
  description: 'Require C4 diagrams to keep to their level and not to skip a level',
  severity: 'warning',
  *check({ document }) {
    const drawn = document.diagrams.flatMap((diagram) => {
      const level = levels.find(({ kind, library }) => kind === diagram.kind || includes(diagram, library))
      return level ? [{ diagram, level }] : []
    })
    for (const { diagram, level } of drawn)
      for (const { index, 1: element = '' } of diagram.source.matchAll(
        /^[ \t]*((?:Container|Component)\w{0,12})(?=[ \t]*\()/gm,
      )) {
        const own = levels.findIndex(({ name }) => element.toLowerCase().startsWith(name))
        if (/boundary/i.test(element) || own <= levels.indexOf(level)) continue
        const at = diagram.source.indexOf(element, index)
        yield {
          ...placeInDocument(document, diagram, { start: at, end: at + element.length }),
          reason: `\`${element}\` does not belong in a ${level.name} diagram: move it to a ${levels[own]?.name} diagram`,
        }
      }
    const isDrawn = (name: string) => drawn.some(({ level }) => level.name === name) || isInHeading(document, name)
    const component = drawn.find(({ level }) => level.name === 'component')?.diagram
    if (component && isDrawn('context') && !isDrawn('container'))
      yield {
        ...rangeOfFence(component),
        reason: 'No container diagram: readers jump from the context straight to the components',
      }
  },
})

const levels = [
  { name: 'context', kind: 'C4Context', library: 'C4_Context' },
  { name: 'container', kind: 'C4Container', library: 'C4_Container' },
  { name: 'component', kind: 'C4Component', library: 'C4_Component' },
] as const

/** Whether a PlantUML diagram includes a file of C4-PlantUML. */
const includes = ({ source }: Diagram, library: string): boolean =>
  source.includes('!include') && new Set(source.match(/\w+/g)).has(library)

/** The level is then drawn in another notation. */
const isInHeading = ({ sections }: DocumentModel, level: string): boolean =>
  sections.some(({ key }) => key.split(' ').some((word) => word === level || word === `${level}s`))

const rangeOfFence = ({ start, end }: Diagram) => ({ start, end })
