/** Formats a review as a Markdown checklist, to be pasted into a pull request. */

import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import { checklistTopics } from '../../checklist/checklistTopics.ts'
import { quoted, textNode, writeMarkdown } from '../../core/markdown/writeMarkdown.ts'
import { count } from '../../core/text/count.ts'
import {
  type DocumentReport,
  type Report,
  type ReportedFact,
  type ReportedItem,
  type ReportedMessage,
  reportedFiles,
} from '../report.ts'
import { listedOf } from './messageLines.ts'
import type { Style } from './style.ts'

/** A review as Markdown: met items are ticked, open ones and findings are not. */
export const markdown = (report: Report, style: Style): string =>
  writeMarkdown(reportedFiles(report).flatMap((document) => ofDocument(document, style)))

function ofDocument(document: DocumentReport, style: Style): readonly RootContent[] {
  const { path, documentType, status, checklist, facts } = document
  const messages = listedOf(document.messages, style)
  const met = checklist.filter((item) => item.status === 'met').length
  const about = [documentType, status].filter((word) => word !== null).flatMap((word) => [textNode(', '), quoted(word)])
  const parts: RootContent[] = [{ type: 'heading', depth: 3, children: [textNode('Review of '), quoted(path)] }]
  if (facts) parts.push(listOf(facts.map(ofFact)))
  else if (checklist.length > 0) {
    const score = `${met} of ${checklist.length} met`
    parts.push({ type: 'paragraph', children: [textNode(score), ...about] }, listOf(checklist.map(ofItem)))
  }
  if (messages.length > 0) {
    const found = `${count(messages.length, 'finding')}:`
    parts.push({ type: 'paragraph', children: [textNode(found)] }, listOf(messages.map(ofMessage)))
  }
  // Without it, the review of a document without a checklist would be a heading, as if it had been cut off.
  else if (document.messages.length === 0) parts.push({ type: 'paragraph', children: [textNode('No findings.')] })
  return parts
}

function ofItem({ id, status, line, reason }: ReportedItem): ListItem {
  const { label } = checklistTopics[id]
  const state = status === 'met' ? '' : ` (${status})`
  return task(status === 'met', [
    { type: 'strong', children: [textNode(label)] },
    textNode(`${state}${line === undefined ? '' : `, line ${line}`}${reason === undefined ? '' : ': '}`),
    ...wordsOf(reason ?? ''),
  ])
}

const ofFact = ({ label, value, line }: ReportedFact): ListItem => {
  const place = line === undefined ? '' : `, line ${line}`
  return entry([textNode(label === '' ? '' : `${label}: `), ...wordsOf(value), textNode(place)])
}

const ofMessage = ({ ruleId, severity, line, message }: ReportedMessage): ListItem =>
  task(false, [
    textNode(`Line ${line}, ${severity}: `),
    ...wordsOf(message),
    textNode(' ('),
    quoted(ruleId),
    textNode(')'),
  ])

const listOf = (children: ListItem[]): RootContent => ({ type: 'list', spread: false, children })

const task = (checked: boolean, children: PhrasingContent[]): ListItem => ({ ...entry(children), checked })

const entry = (children: PhrasingContent[]): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [{ type: 'paragraph', children }],
})

/**
 * The words of a message. Quotes of the document, which are in backticks, become code so that they stay literal, and so
 * do words that could mention a user or reference a pull request.
 */
const wordsOf = (message: string): readonly PhrasingContent[] =>
  message.split(/(`[^`]+`)/).flatMap((part) => {
    if (part.startsWith('`') && part.length > 2) return [quoted(part.slice(1, -1))]
    const parts = part.split(/(\s+)/).map((word) => (/[@#]\w/.test(word) ? quoted(word) : textNode(word)))
    return parts.filter(({ value }) => value !== '')
  })
