/**
 * Require the section on monitoring to name metrics and alerts.
 *
 * ## Why
 *
 * Metrics show that something is wrong; alerts tell someone. "We will monitor the service" does neither. What other
 * sections say counts too. Alerts are only required in the design of a whole system that someone has to keep running.
 *
 * ## Examples
 *
 * ```md ok type=design-doc
 * # System Design: Orders
 *
 * ## Monitoring
 *
 * We record a histogram of response times. An alert goes to whoever is on call when its p99 is above 1 s for 10 minutes.
 * ```
 *
 * ```md ok type=note
 * # Note: Use a queue
 *
 * ## Monitoring
 *
 * - Age of the oldest order as a metric; an alert wakes whoever is on call.
 * ```
 *
 * ```md ok type=design-doc
 * # System Design: Orders
 *
 * ## Monitoring
 *
 * - Share of orders that go through, and the time this takes (p50, p95).
 * - Age of the oldest order that was not sent.
 * - Fewer than 97 % go through for 5 minutes: the manager's telephone rings.
 *
 * ## Deployment
 *
 * Orders come from clients to the order service, which is deployed as two instances behind a load balancer. The workers read the
 * queue and write to the database.
 * ```
 *
 * What follows no template has its own way to write a section:
 *
 * ```md ok type=design
 * # Hypervisor design
 *
 * ## Monitoring
 *
 * The machines are looked after by whoever rents them, and by nobody else.
 * ```
 *
 * ```md bad type=design-doc
 * # System Design: Orders
 *
 * ## Monitoring
 *
 * We export metrics: a histogram of response times, and a gauge with the length of the queue.
 *
 * ## Deployment
 *
 * Orders come from clients to the order service, which is deployed as two instances behind a load balancer. The workers read the
 * queue and write to the database.
 * ```
 *
 * ```text messages
 * 3:1-3:14: `Monitoring` has no alerts: who is notified, and when?
 * ```
 *
 * ```md bad type=note
 * # Note: Use a queue
 *
 * ## Monitoring
 *
 * The new queue will be looked after by the operations team.
 * ```
 *
 * ```text messages
 * 3:1-3:14: `Monitoring` has no metrics: what shows that the system works?
 * ```
 */

import { judgementOf } from '../checklist/judgementOf.ts'
import type { DocumentModel } from '../core/document/document.ts'
import { defineRule } from '../core/lint/rule.ts'
import { isFreeForm } from '../core/template/guessedType.ts'
import { factsOf } from '../reading/prose/facts.ts'
import { natureOf } from '../reading/prose/nature.ts'
import { saysWhenToCall } from '../reading/sections/alarms.ts'
import { topics, writtenAbout } from '../reading/sections/topics.ts'

export default defineRule({
  id: 'monitoring-plan',
  category: 'checklist',
  description: 'Require the section on monitoring to name metrics and alerts',
  severity: 'warning',
  *check(context) {
    const { document, type } = context
    if (isFreeForm(type)) return
    const [section] = writtenAbout(context, topics.monitoring)
    if (!section) return
    const place = document.rangeOf(section.heading)
    if (judgementOf(context, 'monitoring').status !== 'met')
      yield {
        ...place,
        reason: `\`${section.title}\` has no metrics: what shows that the system works?`,
      }
    else if (
      type.coversSystem &&
      topics.monitoring.test(section.key) &&
      natureOf(document).isOperated &&
      !speaksOfAlerts(document) &&
      !saysWhenToCall(document)
    )
      yield { ...place, reason: `\`${section.title}\` has no alerts: who is notified, and when?` }
  },
})

const speaksOfAlerts = (document: DocumentModel): boolean =>
  factsOf(document).blocks.some(({ scan, text }) => scan.concepts.has('alert') || /\bSL[OI]s?\b|threshold/i.test(text))
