/**
 * Require a design that asks for new skills or many technologies to say who builds and runs it.
 *
 * ## Why
 *
 * A system that nobody in the house can run is not cheaper than the one it replaces. The flag is raised where the document
 * says itself that skills are missing or people must be hired, or where it brings in three or more technologies that need
 * people who know them and is a plan with phases; and nothing in the whole document says who owns, builds or runs it.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * Orders go through Kafka to a service on Kubernetes. Kafka has a steep learning curve, so two people of the platform team
 * are trained before the first phase. The system is run by the platform team.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * Orders go through Kafka to a service that stores them in the database. Kafka has a steep learning curve. Clients look at
 * the database through the API.
 * ```
 *
 * ```text messages
 * 3:84-3:104: `steep learning curve`, but nothing says who builds and runs the system
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * In the first phase orders go through Kafka to a service on Kubernetes, and are stored in Cassandra. In the second phase
 * clients look at them through the API.
 * ```
 *
 * ```text messages
 * 1:1-1:24: No team: nothing says who can build and run `Kafka`, `Kubernetes` and `Cassandra`
 * ```
 */

import { defineRule } from '../core/lint/rule.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { technologiesOf } from '../reading/components/technologies.ts'
import { listOf } from '../reading/findings/listOf.ts'
import { absence, isJudged } from '../reading/findings/redFlag.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { statementsOf } from '../reading/prose/mentions.ts'

/** More than a team learns on the side. */
const manyTechnologies = 3

export default defineRule({
  id: 'missing-team-fit',
  category: 'red-flag',
  description: 'Require a design that asks for new skills or many technologies to say who builds and runs it',
  severity: 'information',
  *check(context) {
    const { document } = context
    if (isFreeForm(context.type) || !isJudged(context)) return
    const facts = factsOf(document)
    const has = (concept: 'people' | 'staff' | 'phase' | 'remedy') =>
      facts.blocks.some(({ scan }) => scan.concepts.has(concept))
    const [stranger] = has('remedy') ? [] : statementsOf(facts, 'inexperience')
    if (has('people') && !stranger) return
    const need = stranger ?? statementsOf(facts, 'skillNeed')[0]
    if (need) {
      yield {
        start: need.start,
        end: need.end,
        reason: `\`${need.words}\`, but nothing says who builds and runs the system`,
      }
      return
    }
    const technologies = technologiesOf(document).map(({ words }) => words)
    if (technologies.length < manyTechnologies || has('staff') || !has('phase')) return
    yield absence(document, 'team', `nothing says who can build and run ${listOf(technologies)}`)
  },
})
