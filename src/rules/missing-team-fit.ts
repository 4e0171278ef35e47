/**
 * Require a design that needs new skills or many technologies to state who builds and runs it.
 *
 * ## Why
 *
 * A system that nobody in the company can run is not cheaper than the one it replaces. The flag is raised if the
 * document itself says that skills are missing or people must be hired, or if it is a plan with phases that introduces
 * three or more technologies that need experts; and if nothing in the whole document says who owns, builds or runs the
 * system.
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
 * What nobody knows is no gap where it is not used:
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * Five engineers build it. Nobody has run Kafka, so we don't use it: orders are rows of a table in the database, which the
 * service reads. Clients look at them through the API.
 *
 * ## Alternatives
 *
 * - A time-series database. Nobody here has run one.
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
 * 3:84-3:104: `steep learning curve`: say who builds and runs the system
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
 * 1:1-1:24: No team: say who can build and run `Kafka`, `Kubernetes` and `Cassandra`
 * ```
 */

import { isFreeForm } from '../core/template/guessedType.ts'
import { listedNames } from '../core/text/listed.ts'
import { technologiesOf } from '../reading/components/technologies.ts'
import { absence, isJudged } from '../reading/findings/redFlag.ts'
import { hedged, withOpinion } from '../reading/findings/secondOpinion.ts'
import { blocksOf, type Facts, factsOf } from '../reading/prose/facts.ts'
import { type Mention, statementsOf } from '../reading/prose/mentions.ts'

/** More technologies than a team can learn on the side. */
const manyTechnologies = 3

/** Words for something that is absent, single, new or about to leave. */
const ofLack =
  /\b(?:no|not|nobody|none|nothing|never|neither|nor|without|lack(?:s|ed|ing)?|missing|vacan(?:t|cy|cies)|un[a-z]{1,15}|open|hardly|only|single|alone|sole|one|zero|left|leav(?:e|es|ing)|gone|retir(?:e|es|ed|ing)|moved on|resign(?:s|ed)?|first time|new|learn(?:s|ed|ing)?|hir(?:e|es|ed|ing)|recruit(?:s|ed|ing)?|find|found|whoever|who (?:is|will|would|can|owns|runs|keeps|maintains|operates)|outside|external(?:s|ly)?|contractors?|freelancers?|consultants?|agency|question)\b|n['’]t\b|[?]/i

export default withOpinion({
  kind: 'skill-gap',
  like: 'missing skills or people: who builds and runs the system?',
  words: ofLack,
  hedged,
  // In a whole sentence, its own words may also say how the skills are acquired.
  isAnswered: (facts, opinion) =>
    /\bneeds? no(?:thing)?\b|\bno need\b/i.test(opinion.words) ||
    isSetAside(facts, opinion) ||
    isAnswered(facts, { ...opinion, end: opinion.start }),
})({
  id: 'missing-team-fit',
  category: 'red-flag',
  description: 'Require a design that needs new skills or many technologies to state who builds and runs it',
  severity: 'information',
  *check(context) {
    const { document } = context
    if (isFreeForm(context.type) || !isJudged(context)) return
    const facts = factsOf(document)
    const has = (concept: 'people' | 'staff' | 'phase') => facts.blocks.some(({ scan }) => scan.concepts.has(concept))
    const [stranger] = [...statementsOf(facts, 'inexperience'), ...statementsOf(facts, 'vacancy')].filter(
      (mention) => !isSetAside(facts, mention) && !isAnswered(facts, mention),
    )
    if (has('people') && !stranger) return
    const need = stranger ?? statementsOf(facts, 'skillNeed')[0]
    if (need) {
      yield {
        start: need.start,
        end: need.end,
        reason: `\`${need.words}\`: say who builds and runs the system`,
      }
      return
    }
    const technologies = technologiesOf(document).map(({ words }) => words)
    if (technologies.length < manyTechnologies || has('staff') || !has('phase')) return
    yield absence(document, 'team', `say who can build and run ${listedNames(technologies)}`)
  },
})

/** Whether a missing skill is not needed: the technology is not used, or was only considered. */
function isSetAside(facts: Facts, { block, end }: Mention): boolean {
  const after = block.text.slice(end - block.start, end - block.start + 120)
  if (unused.test(after)) return true
  for (let section = facts.sectionOf(block); section; section = section.parent)
    if (!section.isTitle && considered.test(section.heading.text)) return true
  return false
}

const unused =
  /\b(?:we|it|this|that|design) (?:do|does|did|will|shall)(?:n['’]t| not) (?:use|need|run|touch)\b|\bso we (?:avoid|leave|let|buy|rent)\b|\bwhich is why\b/i
const considered = /\b(?:alternative|option|rejected|considered|set aside)/i

/** Whether something under the same heading says how the skills are acquired, outside the mention itself. */
function isAnswered(facts: Facts, { block, start, end }: Mention): boolean {
  const part = facts.sectionOf(block)
  const around = part ? blocksOf(facts, part) : [block]
  return around.some((each) =>
    each.scan.hits.some(
      (hit) => hit.concept === 'remedy' && !(each.start + hit.start >= start && each.start + hit.start < end),
    ),
  )
}
