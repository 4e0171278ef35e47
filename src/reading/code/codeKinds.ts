/** Tells what a code block shows: calls, fields, tables, or none of these. */

import type { Code } from 'mdast'
import { remember } from '../../core/data/remember.ts'
import { isDefinition, isSignature, isStatement, isTypedSignature } from './codeLines.ts'

/** What a code block shows, as far as interfaces and data go. */
export interface CodeFacts {
  /** Definitions of types with fields, table definitions, records. */
  readonly definitions: number
  /** Functions and methods with their parameters. */
  readonly signatures: number
  /** Signatures that state a type. */
  readonly typed: number
  /** Lines that do something, in a program or in pseudocode. */
  readonly statements: number
  /** HTTP requests and RPCs. */
  readonly endpoints: number
  /** Commands with flags. */
  readonly commands: number
  /** Lines of the form `name: value` or `name: type`. */
  readonly fields: number
  /** Lines in which a class sets an attribute: `self.head = None`. */
  readonly attributes: number
  /** Lines of a file tree. */
  readonly branches: number
}

/** Characters read per block and per line; the rest is ignored. */
const maxBlockLength = 40_000
const maxLineLength = 300

/** Classifies a code block line by line. */
export const readCode = remember((node: Code): CodeFacts => {
  const facts = {
    definitions: 0,
    signatures: 0,
    typed: 0,
    statements: 0,
    endpoints: 0,
    commands: 0,
    fields: 0,
    attributes: 0,
    branches: 0,
  }
  const language = node.lang?.toLowerCase() ?? ''
  const isShell = /^(?:bash|sh|shell|console|zsh|powershell|terminal)$/.test(language)
  const isAssigned = /^(?:hcl|terraform|tf|toml|ini|properties|conf)$/.test(language)
  let isInside = false
  for (const whole of node.value.slice(0, maxBlockLength).split('\n')) {
    const line = whole.slice(0, maxLineLength)
    if (isDefinition(line)) {
      facts.definitions++
      facts.fields += fieldsInLine(line)
      isInside = true
    }
    if (endpoint.test(line)) facts.endpoints++
    if (attribute.test(line)) facts.attributes++
    if (isStatement(line)) {
      facts.statements++
      continue
    }
    if (isSignature(line)) {
      facts.signatures++
      if (isTypedSignature(line)) facts.typed++
    }
    if (command.test(line) || (isShell && flag.test(line))) facts.commands++
    if (branch.test(line)) facts.branches++
    else if (
      field.test(line) ||
      (isAssigned && assignment.test(line)) ||
      (isInside && (typedField.test(line) || column.test(line)))
    )
      facts.fields++
  }
  return facts
})

const endpoint =
  /(?:^|[\s"'`])(?:GET|POST|PUT|PATCH|DELETE|HEAD) (?:https?:\/\/|\/|\{)|^[ \t]*rpc \w|^[ \t]*(?:\$ )?curl |^[ \t]*"?\/[\w{}/-]{2,80}"?:[ \t]*$/

const command = /^[ \t]*(?:\$ \w|[a-z][\w./-]{0,40} [^=:;{}]{0,100}--[a-z])/

const flag = /\s--?[a-z]/i

// A branch of a tree ends in a name; the border of a drawn box goes on.
const branch = /^[\s│|]{0,60}(?:[├└]──|[|`+]--)-?\s?[^\s─━═┐┘┤┴┬┼▶►<>+|-]/

const field = /^[ \t]*(?:[-*] )?["']?[A-Za-z_][\w.$/-]{0,60}["']?\??[ \t]?:(?:\s|$)/

const assignment = /^[ \t]*[A-Za-z_][\w.-]{0,60}[ \t]*=/

const attribute = /^[ \t]+(?:self|this)\.\w{1,60} ?=/

const typedField = /^[ \t]+(?:\w{3,8} )?[\w.*[\]<>]{1,60}[ \t]+[\w.*[\]<>{}]{1,60}(?:[ \t]?[;=,`]|[ \t]*$| [A-Z(/`])/

/** A column definition in lower case: `id uuid primary key`. */
const column = /^[ \t]+\w{1,60} \w{1,30} (?:primary|not|null|unique|references|default|check|generated)\b/

/** The number of fields in a definition on one line: `create table parcels (id uuid, weight integer)`. */
function fieldsInLine(line: string): number {
  const open = line.search(/[({]/)
  if (open < 0) return 0
  return line
    .slice(open + 1)
    .split(/[,;]/)
    .filter((part) => fieldInLine.test(part)).length
}

const fieldInLine = /^\s*["'`]?\w{1,60}["'`]?\??(?::\s*|\s+)["'`[\w]/
