import type { Code } from 'mdast'

/** What a code block shows, as far as interfaces and data go. */
export interface CodeFacts {
  /** Definitions of types with fields, table definitions, records. */
  readonly definitions: number
  /** Functions and methods with their parameters. */
  readonly signatures: number
  /** HTTP requests and RPCs. */
  readonly endpoints: number
  /** Commands with flags. */
  readonly commands: number
  /** Lines of the form `name: value` or `name: type`. */
  readonly fields: number
  /** Lines of a tree of files. */
  readonly branches: number
}

const known = new WeakMap<Code, CodeFacts>()

/** How many characters of one block are read. */
const longest = 40_000

/** Look at a code block line by line. */
export function readCode(node: Code): CodeFacts {
  const before = known.get(node)
  if (before) return before
  const facts = { definitions: 0, signatures: 0, endpoints: 0, commands: 0, fields: 0, branches: 0 }
  const language = node.lang?.toLowerCase() ?? ''
  const isShell = /^(?:bash|sh|shell|console|zsh|powershell|terminal)$/.test(language)
  const isAssigned = /^(?:hcl|terraform|tf|toml|ini|properties|conf)$/.test(language)
  let isDefinition = false
  for (const long of node.value.slice(0, longest).split('\n')) {
    const line = long.length > 300 ? long.slice(0, 300) : long
    if (definition.test(line)) {
      facts.definitions++
      isDefinition = true
    }
    if (endpoint.test(line)) facts.endpoints++
    if (signature.test(line)) facts.signatures++
    if (command.test(line) || (isShell && flag.test(line))) facts.commands++
    if (branch.test(line)) facts.branches++
    else if (field.test(line) || (isAssigned && assignment.test(line)) || (isDefinition && typedField.test(line)))
      facts.fields++
  }
  known.set(node, facts)
  return facts
}

const definition =
  /^\s*(?:(?:export|public|private|internal|pub|abstract|final|static|sealed|data|readonly|declare)(?:\([a-z]+\))?\s+)*(?:type\s+\w+(?:<[^<>]{0,40}>)?\s*(?:struct|interface|enum|=|\{|implements)|(?:struct|message|record|interface|enum|class|table|trait|union|entity|input|schema)\s+\w+|create\s+(?:or\s+replace\s+)?(?:table|type)\b)|^\s*@dataclass|"?(?:kind|\$schema)"?:\s*"?(?:CustomResourceDefinition|http)/i

const endpoint =
  /(?:^|[\s"'`])(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+(?:https?:\/\/|\/|\{)|^\s*rpc\s+\w+\s*\(|^\s*\$?\s*curl\s|^\s*"?\/[\w{}/-]{2,80}"?:\s*$/

const signature =
  /^\s*(?:[\w.<>[\]*&,:]+\s+){0,5}(?:func|def|fn|function|sub|proc)\s+(?:\([^()]{0,80}\)\s*)?\w+\s*(?:<[^<>]{0,60}>|\[[^[\]]{0,60}\])?\s*\(|^\s*(?:(?:public|private|protected|static|virtual|async|override|abstract|const|export|default)\s+){1,4}[\w<>[\],.?]+\s+\w+\s*\([^()]{0,200}\)|^\s*(?:async\s+)?\w+\s*\([^()]{0,200}\)\s*(?::|->|=>|\([\w*., ]{1,60}\)|[\w*.[\]]{2,40}\s*$|error\b)|^\s*[\w<>:*&]+\s+[\w:~]+\s*\([^()]{0,200}\)\s*(?:const\s*)?(?:throws\s+\w+\s*)?(?:=\s*0\s*)?;\s*$|^\s*\w+\([^()]{1,200}\)\s+[\w*([]/

const command = /^\s*\$\s+\w|(?:^|\s)[a-z][\w-]*\s(?:[^\n]{0,100}\s)?--[a-z][\w-]+/

const flag = /\s-{1,2}[a-z]/i

const branch = /^[\s│|]{0,60}(?:[├└]──|[|`+]--)\s?\S/

const field = /^\s*[-*]?\s*["']?[A-Za-z_][\w.$/-]{0,60}["']?\??\s*:(?:\s|$)/

const assignment = /^\s*[A-Za-z_][\w.-]{0,60}\s*=\s*\S/

const typedField =
  /^\s+(?:(?:repeated|optional|required|readonly|pub|public|private|const)\s+)?[\w.*[\]<>]{1,60}\s+[\w.*[\]<>{}]{1,60}(?:\s*[;=,`]|\s*$|\s+[A-Z`(/])/
