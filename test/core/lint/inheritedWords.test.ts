import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindLabel } from '../../../src/core/diagrams/kindLabel.ts'
import { rules } from '../../../src/generated/rules.ts'
import { lintDocument, readModel } from '../../util/linting.ts'

/** A document with a word in every place where the author chooses the words. */
const documentOf = (word: string) => `---
${word}: ${word}
status: ${word}
rules:
  ${word}: hint
---
# System Design: ${word}

<!-- design-docs-disable-next-line ${word} -->
## ${word}

${word}: 10 ${word} 5 = 20 ${word}, 5 ${word} × 3 ${word} = 16, &${word}; [${word}] [x](${word}) {${word}} \\${word}

## Components

### ${word}

- **${word}**: ${word}

## ${word}

| ${word} | Cost | Availability |
|---|---|---|
| ${word} | 10 ${word} | 99.9 % ${word} |
| Total | $30 ${word} | ${word} |

## Dependencies

- ${word}: stores ${word}

[${word}]: ${word}
[^${word}]: ${word}

\`\`\`${word}
${word}
\`\`\`

\`\`\`mermaid
flowchart LR
  ${word} -- ${word} --> b["#${word}; &${word};"]
  subgraph ${word}
  ${word}2
\`\`\`

\`\`\`mermaid
${word}
  ${word}
\`\`\`

\`\`\`plantuml
@start${word}
${word} ${word}
${word} Foo
@end${word}
\`\`\`

\`\`\`plantuml
${word} Foo {
${word} Bar
Foo -> ${word}
}
\`\`\`

\`\`\`dot
digraph ${word} { ${word} [shape=${word}, ${word}=${word}]; ${word} -> b }
\`\`\`
`

/** All rules except those that run the engines. */
const readers = rules.filter(({ id }) => id !== 'diagram-syntax' && id !== 'drawable-diagram')

test('property names that every object inherits are read like any other word', async () => {
  const pairs = [
    ['constructor', 'konstructor'],
    ['toString', 'toSpring'],
    ['valueOf', 'valueUf'],
    ['hasOwnProperty', 'hasOwnPropertz'],
    ['__proto__', '__prota__'],
  ] as const
  for (const [known, plain] of pairs) {
    const read = async (word: string) => {
      const document = readModel(documentOf(word))
      const shown = document.diagrams.map(({ kind = '', engine = '', graph }) => [kindLabel({ kind, engine }), graph])
      const types = ['system-design', 'adr']
      const found = await Promise.all(types.map((type) => lintDocument(document, readers, type, 'docs/a.md')))
      return JSON.stringify({ shown, found }).toLowerCase()
    }
    const [core = '', plainCore = ''] = [known, plain].map((word) => word.replaceAll('_', '').toLowerCase())
    assert.deepEqual(JSON.parse(await read(known)), JSON.parse((await read(plain)).replaceAll(plainCore, core)), known)
  }
})
