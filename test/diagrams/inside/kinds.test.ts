import assert from 'node:assert/strict'
import { headers, kindOfBody } from '../../../src/diagrams/mermaid/inside/kinds.ts'
import { contract, type Inside } from './contract.ts'

/** Kinds that are add-ons to mermaid, or no diagrams. */
const addOns = ['zenuml', 'error', '---']

const typeOf = (mermaid: Inside['mermaid'], text: string): string | undefined => {
  try {
    return mermaid.detectType(text)
  } catch {
    return undefined
  }
}

contract({
  usedBy: 'kinds.ts',
  relies: 'a diagram may begin with each word of the list',
  check: ({ mermaid }) =>
    assert.deepEqual(
      Object.keys(headers).filter((word) => typeOf(mermaid, word) === undefined && !addOns.includes(word)),
      [],
    ),
  broken: { find: String.raw`return /^\s*pie/.test(txt)`, with: String.raw`return /^\s*pastry/.test(txt)` },
})

contract({
  usedBy: 'kinds.ts',
  relies: 'mermaid has no kind that none of these words begins',
  check({ mermaid }) {
    const known = new Set(Object.keys(headers).map((word) => typeOf(mermaid, word)))
    // Other names for flowchart, class and state diagrams, selected by configuration.
    const others = ['flowchart', 'flowchart-v2', 'flowchart-elk', 'class', 'state', ...addOns]
    assert.deepEqual(
      mermaid
        .getRegisteredDiagramsMetadata()
        .map(({ id }) => id)
        .filter((id) => !known.has(id) && !others.includes(id) && !/^spy\d/.test(id)),
      [],
    )
  },
  broken: { find: String.raw`return /^\s*gantt/.test(txt)`, with: String.raw`return /^\s*chart/.test(txt)` },
})

contract({
  usedBy: 'kinds.ts',
  relies: 'words of one kind begin one kind',
  check({ mermaid }) {
    for (const [one, other] of [
      ['journey', 'journey'],
      ['sankey', 'sankey-beta'],
      ['xychart', 'xychart-beta'],
      ['block', 'block-beta'],
      ['packet', 'packet-beta'],
      ['requirement', 'requirementDiagram'],
    ] as const) {
      assert.equal(typeOf(mermaid, one), typeOf(mermaid, other))
      assert.equal(kindOfBody(one), kindOfBody(other))
    }
  },
  broken: { find: String.raw`/^\s*sankey(-beta)?/`, with: String.raw`/^\s*sankey-beta/` },
})
