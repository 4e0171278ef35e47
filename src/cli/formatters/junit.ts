/** Writes a report as JUnit XML for build servers. */

import { replaceUnseen } from '../../core/text/printable.ts'
import { type DocumentReport, type Report, type ReportedMessage, reportedFiles } from '../report.ts'
import { wellFormed } from '../words.ts'

/**
 * JUnit's XML, as build servers read it: a suite a document, a failed case for each error and warning. A document without
 * any is one case that passed, with the milder findings as its output.
 */
export function junit(report: Report): string {
  const suites = reportedFiles(report).filter(
    ({ documentType, messages }) => documentType !== null || messages.length > 0,
  )
  const counts = suites.map(({ messages }) => messages.filter(isFailure).length)
  const failures = counts.reduce((sum, count) => sum + count, 0)
  const cases = counts.reduce((sum, count) => sum + Math.max(1, count), 0)
  const head = `<testsuites name="design-docs" tests="${cases}" failures="${failures}" errors="0">`
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites.flatMap(suite), '</testsuites>', ''].join('\n')
}

const isFailure = ({ severity }: ReportedMessage): boolean => severity === 'error' || severity === 'warning'

function suite({ path, messages }: DocumentReport): readonly string[] {
  const failed = messages.filter(isFailure)
  const mild = messages.filter((message) => !isFailure(message)).map((message) => `${wordsOf(path, message)}\n`)
  const output = mild.length > 0 ? [`    <system-out>${escapeXml(mild.join(''))}</system-out>`] : []
  const name = escapeXml(path)
  const cases = failed.flatMap((message) => [
    `    <testcase classname="${name}" name="${escapeXml(`${message.ruleId} ${message.line}:${message.column}`)}">`,
    `      <failure type="${message.severity}" message="${escapeXml(message.message)}">${escapeXml(wordsOf(path, message))}</failure>`,
    '    </testcase>',
  ])
  return [
    `  <testsuite name="${name}" tests="${Math.max(1, failed.length)}" failures="${failed.length}" errors="0">`,
    ...(cases.length > 0 ? cases : [`    <testcase classname="${name}" name="design-docs"/>`]),
    ...output,
    '  </testsuite>',
  ]
}

const wordsOf = (path: string, { line, column, severity, message, ruleId }: ReportedMessage): string =>
  `${path}:${line}:${column}: ${severity}: ${message} (${ruleId})`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** A character by its number. */
const reference = (character: string): string => `&#x${character.codePointAt(0)?.toString(16)};`

/** For text and attributes. What XML cannot hold at all becomes the replacement character, what nobody sees a number. */
const escapeXml = (text: string): string =>
  replaceUnseen(
    wellFormed(text)
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character)
      .replace(/[\x7f-\x9f\u2028\u2029]/g, reference),
    reference,
  )
