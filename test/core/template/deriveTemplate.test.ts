import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import type { DocumentModel } from '../../../src/core/document/document.ts'
import { createLinter } from '../../../src/core/lint/lint.ts'
import { deriveTemplate } from '../../../src/core/template/derive.ts'
import { detectType, detectUndeclared, type TypeGlobs } from '../../../src/core/template/detect.ts'
import type { DocumentType } from '../../../src/core/template/documentType.ts'
import { parseTemplate } from '../../../src/core/template/template.ts'
import { rules } from '../../../src/generated/rules.ts'
import { syntaxes } from '../../../src/generated/syntaxes.ts'
import { host, readModel, show, templates } from '../../util/linting.ts'

const name = { id: 'ours', title: 'Ours', prefix: 'ours' }
const derive = (text: string) => deriveTemplate(readModel(text), name)

async function holds(source: string) {
  const template = parseTemplate(derive(source), 'ours', syntaxes, { isOfTeam: true })
  assert.deepEqual(template.problems, [])
  const { type } = template
  assert.ok(type)
  const linter = createLinter({ rules, types: [type], host, rethrow: true })
  const lint = async (text: string) => (await linter.lint(readModel(text), undefined, 'ours')).messages
  const { text } = template.snippet
  const rendered = (await lint(text)).filter(({ ruleId }) => ruleId !== 'places-to-fill')
  assert.deepEqual(
    rendered.filter(({ ruleId }) => ruleId !== 'no-placeholder').map((message) => show(text, message)),
    [],
  )
  const open = template.snippet.tabStops.map(({ offset }) => offset)
  assert.deepEqual(
    open.filter((offset) => !rendered.some(({ start }) => start === offset)),
    [],
    'each placeholder is reported',
  )
  const missing = (await lint(source)).filter(({ ruleId }) => ruleId === 'required-section')
  assert.deepEqual(
    missing.map((message) => show(source, message)),
    [],
  )
}

const decision = `---
documentType: adr
status: accepted
---
# ADR-0007: Use a queue

- **Status:** Accepted
- **Date:** 2026-03-09

<!-- design-docs-disable no-placeholder -->

## Context

Orders get lost, which costs \${5} each.

And more.

### Numbers

| Load | Now \\| then |
|:-----|-----:|
| peak | 200 |

#### Detail

1. One
2. Two
3. Three

## Picture

\`\`\`mermaid
flowchart LR
  a --> b
\`\`\`

## Tasks

- [x] Ask
- [ ] Do

## Empty
`

suite('a template that is derived from a document', () => {
  test('has the structure of the document, with placeholders for its text', () => {
    assert.equal(
      derive(decision),
      `---
documentType: ours
title: "Ours"
prefix: ours
---
# ADR-\${1:NNNN}: \${2:[Title]}

- **Status:** \${3:[Status]}
- **Date:** \${4:YYYY-MM-DD}

## Context
<!--section required-->

\${5:[What belongs under “Context”]}

### Numbers
<!--section required-->

| Load | Now \\\\| then |
| :-- | --: |
| \${6:[Load]} | \${7:[Now then]} |

#### Detail

1. \${8:[Point of “Detail”]}
2. \${9:[Another point of “Detail”]}

## Picture
<!--section required-->

\`\`\`mermaid
flowchart LR
  a --> b
\`\`\`

## Tasks
<!--section required-->

- [ ] \${10:[Point of “Tasks”]}
- [ ] \${11:[Another point of “Tasks”]}

## Empty
<!--section required-->

\${12:[What belongs under “Empty”]}
`,
    )
  })

  test('takes no documents from the type that they have already', () => {
    const derived = (known?: string) => {
      const text = deriveTemplate(readModel(decision), { ...name, known })
      const { type, snippet } = parseTemplate(text, 'ours', syntaxes, { isOfTeam: true })
      assert.ok(type)
      assert.match(snippet.text, /^# ADR-/)
      return { ...type, path: '.design-docs/templates/ours.md' }
    }
    const builtIn = templates.flatMap(({ type }) => type ?? [])
    const adr = templates.find(({ id }) => id === 'adr')
    assert.ok(adr)
    const text = adr.snippet.text.replace('NNN', '0008')
    const declared = readModel(`---\ndocumentType: ours\n---\n${text}`)
    const other = readModel(text)
    const typeOf = (model: DocumentModel, type: DocumentType, globs: TypeGlobs = []) =>
      detectType(model, 'docs/notes/8.md', [...builtIn, type], globs)?.id
    assert.equal(detectUndeclared(declared, 'docs/notes/8.md', builtIn, [])?.id, 'adr')
    assert.equal(typeOf(other, derived('adr')), 'adr')
    assert.equal(typeOf(declared, derived('adr')), 'ours')
    assert.equal(typeOf(other, derived('adr'), [[['docs/notes/*.md'], 'ours']]), 'ours')
    // Nothing else knows such documents.
    const playbook = '# Playbook: Queue\n\n## Symptoms\n\nIt is full.\n\n## Cure\n\nEmpty it.\n'
    assert.equal(detectUndeclared(readModel(playbook), 'docs/notes/8.md', builtIn, []), undefined)
    assert.doesNotMatch(derive(playbook), /^files:/m)
  })

  test('has no comments in placeholders', () => {
    const derived = derive('# Note: A <!-- x -->\n\n## B\n\n| C <!-- of D --> | E |\n|---|---|\n| f | g |\n')
    assert.match(derived, /\| \$\{\d:\[C\]\} \| \$\{\d:\[E\]\} \|/)
    assert.doesNotMatch(derived, /of D/)
  })

  test('has no problems, reports only its placeholders, and misses no section of its source', async () => {
    await holds(decision)
    await holds(decision.replaceAll('\n', '\r\n'))
    await holds('# Plain\n\nText.\n\n> Quote.\n\n## A\n\n[a]: b.md\n\n## A\n\nTwice.\n\nB\n---\n\nText.\n')
    for (const file of ['system-design', 'adr']) {
      const template = templates.find(({ id }) => id === file)
      assert.ok(template)
      await holds(template.snippet.text)
    }
    await holds(readFileSync(new URL('../../../CONTRIBUTING.md', import.meta.url), 'utf8'))
  })

  test('has the line ends of the document', () => {
    assert.doesNotMatch(derive('# A\r\n\r\n## B\r\n\r\nText.\r\n'), /(?<!\r)\n/)
  })

  test('can be derived from any text', () => {
    for (const text of ['', '#', '- a\n\n  # b', '<!--', '---\n---\n', '|a|\n|-|', '$'.repeat(1000), '\u0000'])
      assert.match(derive(text), /^---\n/)
  })
})
