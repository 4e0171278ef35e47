/**
 * Disallow unrestricted access between parts.
 *
 * ## Why
 *
 * If everything may call everything, nothing can be changed or removed without asking everyone, and an attacker in one
 * part is in all of them. The flag is raised if the document says so in words, and quotes them.
 *
 * ## Examples
 *
 * ```md ok type=system-design
 * # System Design: Orders
 *
 * The services talk to each other through queues. No service has unrestricted access to the database of another one; the
 * stock service offers an API for those who need to know how much there is.
 * ```
 *
 * ```md ok type=system-design
 * # System Design: Labels
 *
 * Users rename a label to whatever they like, and nothing prevents a label from being bound to two orders. There are no
 * restrictions on colours. Shops are free to use any kind of database, and print labels without restrictions - in short, as
 * today. Often, the one who installs it is a user with the `cluster-admin` role.
 *
 * ## Alternatives Considered
 *
 * Any service can call any other service. It is less work, but nobody would know who depends on what.
 * ```
 *
 * ```md bad type=system-design
 * # System Design: Orders
 *
 * The services are in one network, and any service can call any other. Orders are stored in the database, and all services
 * have full access to it.
 * ```
 *
 * ```text messages
 * 3:38-3:62: `any service can call any`: name the callers; otherwise any change or restriction may affect all of them
 * 3:109-4:17: `all services have full access`: name the callers; otherwise any change or restriction may affect all of them
 * ```
 */

import { isJudged } from '../reading/findings/redFlag.ts'
import { withOpinion } from '../reading/findings/secondOpinion.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { designStatementsOf } from '../reading/prose/mentions.ts'

/** Words for who may have access, to how much, and for an absent restriction. */
const aboutBounds =
  /\b(?:any|anyone|anybody|anything|all|every|each|everyone|everybody|everything|whatever|whoever|whichever|whole|no|not|none|nobody|nothing|without|free|freely|others?|another|root|admin\w*|superuser|owner|open|public|direct|directly|straight|same|shared?|full|arbitrary|bypass\w*|skip\w*|themselves)\b|n['’]t\b/i

/** Words for a restriction or a safeguard, a question, advice to the reader or something given up. */
const bounded =
  /[?]|^no \w{1,30} (?:can|may|has|is allowed)\b|\b(?:owns|its own|(?:no|nobody|none|never|nothing) (?:other|else|but)|only|denie[ds]|forbidden|refuse[ds]|must not|may not|will not|examples?|might|i want|previously|formerly|rejected|alternatives?|e\.g|please|(?:is|are) (?:authenticated|encrypted|signed)|(?:uses?|over|with|via) (?:m?tls|https|oauth)|(?:through|by|via|over) (?:\w+ )?(?:apis?|queues?|events?|interfaces?|messages|topics?|contracts?))\b|:\s*$/i

export default withOpinion({
  kind: 'unbounded-access',
  like: 'unrestricted access: name the callers; otherwise any change or restriction may affect all of them',
  words: aboutBounds,
  hedged: bounded,
})({
  id: 'no-unbounded-access',
  category: 'red-flag',
  description: 'Disallow unrestricted access between parts',
  severity: 'information',
  *check(context) {
    if (!isJudged(context)) return
    const facts = factsOf(context.document)
    let until = 0
    const found = (['unbounded', 'meddling', 'allRights', 'unguarded'] as const).flatMap((way) =>
      designStatementsOf(facts, way),
    )
    for (const { start, end, words } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < until) continue
      until = end
      yield {
        start,
        end,
        reason: `\`${words}\`: name the callers; otherwise any change or restriction may affect all of them`,
      }
    }
  },
})
