/**
 * Require a decision to weigh at least two alternatives, each with its pros, its cons and why it was not chosen.
 *
 * ## Why
 *
 * A decision without alternatives is an announcement. An alternative that lists only drawbacks was never a real one,
 * and without the reason against it the same discussion starts again with the next colleague.
 *
 * Each alternative needs what the document's template asks for: *Why not* only if the template has it. If no template
 * is named, it needs what the record says about most of its alternatives. An alternative described in full sentences is
 * not checked.
 *
 * ## Options
 *
 * `minimum` is how many there must be.
 *
 * ## Examples
 *
 * ```md ok type=adr
 * # ADR-0007: Use a queue
 *
 * ## Alternatives Considered
 *
 * ### Call the warehouse directly
 *
 * - **Pros:** nothing new to run
 * - **Cons:** an order fails when the warehouse is down
 * - **Why not:** it was down for nine hours last year
 *
 * ### A table that is polled
 *
 * The database is there already and everybody knows it, but at 300 orders a second polling took a third of its time in our test.
 * ```
 *
 * ```md ok type=adr
 * # ADR-0007: Eine Warteschlange verwenden
 *
 * ## Alternativen
 *
 * ### Das Lager direkt aufrufen
 *
 * - **Vorteile:** nichts Neues zu betreiben
 * - **Nachteile:** eine Bestellung scheitert, wenn das Lager ausfällt
 * - **Warum nicht:** es war letztes Jahr neun Stunden lang weg
 *
 * ### Eine Tabelle, die abgefragt wird
 *
 * - **Vorteile:** die Datenbank ist schon da
 * - **Nachteile:** bei 300 Bestellungen pro Sekunde ein Drittel ihrer Zeit
 * - **Warum nicht:** so viel ist nicht frei
 * ```
 *
 * ```md ok type=adr
 * # ADR-0007: Usar una cola
 *
 * ## Opciones consideradas
 *
 * ### Llamar directamente al almacén
 *
 * - **Pros:** no hay nada nuevo que operar
 * - **Contras:** un pedido falla cuando el almacén no responde
 *
 * ### Una tabla que se consulta
 *
 * - **Pros:** la base de datos ya existe
 * - **Contras:** gasta un tercio de su tiempo
 * ```
 *
 * ```md bad type=adr
 * # ADR-0007: Use a queue
 *
 * ## Alternatives Considered
 *
 * ### Call the warehouse directly
 *
 * - **Pros:** nothing new to run
 * - **Why not:** it was down for nine hours last year
 * ```
 *
 * ```text messages
 * 3:1-3:27: Only 1 alternative, expected at least 2: what else did you consider?
 * 5:1-5:32: Option `Call the warehouse directly` has no cons
 * ```
 */
import { type DecisionOption, readOptions } from '../core/decisions/options.ts'
import { isDecisionType } from '../core/decisions/record.ts'
import { languageOf } from '../core/document/language.ts'
import { defineRule } from '../core/lint/rule.ts'
import { count } from '../core/text/count.ts'

export default defineRule<{ minimum: number }>({
  id: 'adr-alternatives',
  category: 'decision',
  description:
    'Require a decision to weigh at least two alternatives, each with its pros, its cons and why it was not chosen',
  severity: 'warning',
  options: {
    minimum: { type: 'number', description: 'How many alternatives there must be', default: 2, minimum: 0 },
  },
  *check({ document, type, options: { minimum } }) {
    if (!isDecisionType(type)) return
    const { sections, options, holdsChoice } = readOptions(document)
    const [section] = sections
    if (!section || options.length === 0) return
    // With the decision itself, one alternative makes two; only a template that the author chose asks for more.
    if (options.length < (type.isGuessed && !holdsChoice ? 1 : minimum))
      yield {
        ...document.rangeOf(section.heading),
        reason: `${options.length === 0 ? 'No alternatives' : `Only ${count(options.length, 'alternative')}`}, expected at least ${minimum}: what else did you consider?`,
      }
    // The words for both sides are known in the languages that templates are in.
    if (languageOf(document) === 'other') return
    const isUsual = (said: RegExp) => options.filter(({ text }) => said.test(text)).length * 3 >= options.length * 2
    const isAsked = sides.filter(
      ({ label, said }) => label.test(type.document.text) && (!type.isGuessed || isUsual(said)),
    )
    for (const option of options) {
      if (isOpen(option.name)) continue
      const missing = isAsked.filter(({ said }) => !said.test(option.text)).map(({ name }) => name)
      if (missing.length === 0 || missing.length === isAsked.length || isTold(option)) continue
      yield { ...option.place, reason: `Option \`${option.name.slice(0, 60)}\` has no ${missing.join(' and no ')}` }
    }
  },
})

/** What a template may ask about an alternative, and how a document answers it. */
const sides: readonly { readonly name: string; readonly label: RegExp; readonly said: RegExp }[] = [
  {
    name: 'pros',
    label: /\b(?:pros|vorteile)\b|优点|^- good, because/im,
    said: /\b(?:pros?|advantages?|benefits?|good|upsides?|strengths?|positives?|plus|vorteile?|dafür)\b|优点|^[ \t]*(?:[-*+][ \t]+)?(?:\+|✅|👍|➕)/imu,
  },
  {
    name: 'cons',
    label: /\b(?:cons|nachteile)\b|缺点|^- bad, because/im,
    said: /\b(?:cons?|disadvantages?|drawbacks?|bad|downsides?|weakness(?:es)?|negatives?|minus|risks?|nachteile?|dagegen)\b|缺点|^[ \t]*(?:[-*+][ \t]+)?(?:❌|👎|➖)/imu,
  },
  {
    name: 'why not',
    label: /\b(?:why not|warum nicht)\b|不选|未选|为何不|为什么不/i,
    said: /\b(?:why not|warum nicht|abgelehnt|verworfen|not chosen|rejected|reject(?:ion)?|discarded|ruled out|dismissed|because|verdict|rationale|reason|chosen|selected)\b|理由|原因/iu,
  },
]

/** Whether an alternative is still a placeholder. */
const isOpen = (name: string): boolean => /^[[{<]/.test(name)

/** Whether an alternative is discussed in sentences, which need no labels. */
const isTold = ({ text }: DecisionOption): boolean =>
  /(?:^|\n)[^\n*+|>#-][^\n]*\s\S+\s[^\n]{60}/.test(text) &&
  !/\*\*(?:(?:pros?|cons?|why not|vorteile?|nachteile?|warum nicht)\b|优点|缺点)/i.test(text)
