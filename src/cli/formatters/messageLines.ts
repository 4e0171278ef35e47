/** Formats findings as lines for people, with aligned columns. */

import { largest } from '../../core/data/longLists.ts'
import { count } from '../../core/text/count.ts'
import { displayWidth, padToWidth } from '../../core/text/displayWidth.ts'
import { printable } from '../../core/text/printable.ts'
import type { Tally } from '../../review/tally.ts'
import type { Paint } from '../colors.ts'
import type { ReportedMessage } from '../report.ts'
import type { Style } from './style.ts'

/** A longer reason does not push the rule ids of other lines to the right. */
const widestReason = 88

/** One line per message, with aligned places, severities, reasons and rule ids. */
export function messageLines(messages: readonly ReportedMessage[], paint: Paint): readonly string[] {
  const widest = (lengths: readonly number[]) => largest(lengths, 0)
  const reasons = messages.map(({ message }) => printable(message))
  const lineWidth = widest(messages.map(({ line }) => String(line).length))
  const columnWidth = widest(messages.map(({ column }) => String(column).length))
  const severityWidth = widest(messages.map(({ severity }) => labels[severity].length))
  const reasonWidth = widest(reasons.map(displayWidth).filter((width) => width <= widestReason))
  return messages.map(({ line, column, severity, ruleId }, index) => {
    const place = `${String(line).padStart(lineWidth)}:${String(column).padEnd(columnWidth)}`
    const label = paint(colors[severity], labels[severity].padEnd(severityWidth))
    return `  ${paint('dim', place)}  ${label}  ${padToWidth(reasons[index] ?? '', reasonWidth)}  ${paint('dim', ruleId)}`
  })
}

/** The messages that formats for people list. */
export const listedOf = (
  messages: readonly ReportedMessage[],
  { showsHints }: Pick<Style, 'showsHints'>,
): readonly ReportedMessage[] => (showsHints ? messages : messages.filter(({ severity }) => severity !== 'hint'))

/** The counts of all messages, and how to list hints if they are only counted. */
export const summaryWords = (counts: Tally, { paint, showsHints }: Pick<Style, 'paint' | 'showsHints'>): string =>
  tallyWords(counts, paint) +
  (counts.hint > 0 && !showsHints ? paint('dim', ` (--hints lists ${counts.hint === 1 ? 'it' : 'them'})`) : '')

/** `3 errors, 41 warnings`, without severities that do not occur. */
function tallyWords(counts: Tally, paint: Paint): string {
  const parts = severities.flatMap((severity) =>
    counts[severity] > 0 ? [paint(colors[severity], count(counts[severity], labels[severity]))] : [],
  )
  return parts.length > 0 ? parts.join(', ') : paint('green', 'no findings')
}

const severities = ['error', 'warning', 'information', 'hint'] as const

const labels = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const

const colors = { error: 'red', warning: 'yellow', information: 'blue', hint: 'blue' } as const
