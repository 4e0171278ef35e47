/** Formats a report as JUnit XML for build servers. */

import { replaceUnseen } from '../../core/text/printable.ts'
import { wellFormed } from '../../core/text/wellFormed.ts'
import { type DocumentReport, type Report, type ReportedMessage, reportedFiles } from '../report.ts'

/**
 * JUnit XML, as build servers read it: a test suite per document, and a failed test case per error or warning. A
 * document without either has one passed test case, and milder findings are its output.
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
    `    <testcase classname="${name}" name="${escapeXml(caseName(message))}">`,
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

/** Build servers merge cases of the same name, and a rule may report several things at one place. */
const caseName = ({ ruleId, line, column, message }: ReportedMessage): string =>
  `${ruleId} ${line}:${column} ${message}`

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

/** A character reference by code point. */
const reference = (character: string): string => `&#x${character.codePointAt(0)?.toString(16)};`

/**
 * For text and attributes. Characters that XML cannot represent become the replacement character; invisible ones become
 * character references.
 */
const escapeXml = (text: string): string =>
  replaceUnseen(
    wellFormed(text)
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character)
      .replace(/[\x7f-\x9f\u2028\u2029]/g, reference),
    reference,
  )
