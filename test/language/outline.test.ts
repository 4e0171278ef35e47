import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { createPositions } from '../../src/core/text/positions.ts'
import { syntaxes } from '../../src/generated/syntaxes.ts'
import { foldsOf } from '../../src/language/folds.ts'
import { keywordAt } from '../../src/language/keywords.ts'
import { placeInFence } from '../../src/language/placeInFence.ts'
import { type DiagramSymbol, symbolsOf } from '../../src/language/symbols.ts'
import { readModel } from '../util/linting.ts'
import { tables } from './notations.ts'

const inFence = (language: string, source: string) => `## Parts\n\n\`\`\`${language}\n${source}\n\`\`\`\n`

suite('the outline of a document', () => {
  const tree = (symbols: readonly DiagramSymbol[]): unknown =>
    symbols.map(({ what, name, children }) => {
      const said = what === undefined ? name : `${what}: ${name}`
      return children.length > 0 ? [said, tree(children)] : said
    })

  test('has diagrams and their nodes, nested in their groups', () => {
    const text = inFence(
      'mermaid',
      'flowchart LR\n  subgraph shore [On shore]\n    office[Ticket Office]\n  end\n  office --> q[Berths]',
    )
    const [symbol] = symbolsOf(readModel(text))
    assert.ok(symbol)
    assert.deepEqual(tree([symbol]), [['Flowchart: Parts', [['On shore', ['Ticket Office']], 'Berths']]])
    const [group, node] = symbol.children
    assert.equal(text.slice(group?.start, group?.end).split('\n').length, 3)
    assert.equal(text.slice(node?.selection.start, node?.selection.end), 'q[Berths]')
    assert.equal(node?.detail, 'q')
  })

  test('names a diagram by its title, and leaves out nodes without a name', () => {
    const text = inFence('mermaid', 'stateDiagram-v2\n  accTitle: A berth\n  [*] --> Free\n  Free --> [*]')
    assert.deepEqual(tree(symbolsOf(readModel(text))), [['State diagram: A berth', ['Free']]])
  })

  test('keeps selections, and nodes that are declared in their group, inside the range of their symbol', () => {
    const text =
      inFence('mermaid', 'flowchart LR\nsubgraph a [Quay]\nsubgraph b [Shed]\nc[Crane]\nend\nd\nend\nc --> e') +
      inFence('plantuml', '@startuml\npackage "Shore" {\n  [Office] as o\n}\nclass A {\n  x\n}\no --> A\n@enduml') +
      inFence('dot', 'digraph { subgraph cluster_a { label="A"; x } x -> y }')
    const check = ({ start, end, selection, children }: DiagramSymbol): void => {
      for (const inner of [selection, ...children])
        assert.ok(start <= inner.start && inner.end <= end, text.slice(inner.start, inner.end))
      children.forEach(check)
    }
    const symbols = symbolsOf(readModel(text))
    symbols.forEach(check)
    assert.deepEqual(tree(symbols), [
      ['Flowchart: Parts', [['Quay', [['Shed', ['Crane']], 'd']], 'e']],
      ['Component diagram: Parts', [['Shore', ['Office']], 'A']],
      ['Graphviz: Parts', [['A', ['x']], 'y']],
    ])
  })
})

suite('folding ranges', () => {
  /** The folds, as the line that stays visible and the last line, counted from 1 in the source. */
  const folds = (language: string, source: string) => {
    const text = inFence(language, source)
    const placeOf = createPositions(text)
    return foldsOf(readModel(text), syntaxes)
      .map(({ start, end }) => [placeOf(start).line - 3, placeOf(end).line - 3])
      .filter(([start, end]) => start !== end)
  }
  for (const [name, language, source, expected] of [
    [
      'subgraphs in each other',
      'mermaid',
      'flowchart LR\nsubgraph a\nsubgraph b\nc\nend\nd\nend\ne',
      [
        [2, 6],
        [3, 4],
      ],
    ],
    [
      'ways of an alternative',
      'mermaid',
      'sequenceDiagram\nalt x\nA->>B: y\nelse z\nA->>B: y\nA->>B: y\nend',
      [
        [2, 6],
        [4, 6],
      ],
    ],
    [
      'classes and namespaces',
      'mermaid',
      'classDiagram\nnamespace N {\nclass A {\n+x\n}\n}',
      [
        [2, 5],
        [3, 4],
      ],
    ],
    [
      'sections of a plan',
      'mermaid',
      'gantt\nsection A\na :1d\nb :1d\n\nsection B\nc :1d',
      [
        [2, 4],
        [6, 7],
      ],
    ],
    [
      'branches of a mind map',
      'mermaid',
      'mindmap\n  root\n    a\n      b\n    c',
      [
        [2, 5],
        [3, 4],
      ],
    ],
    ['packages', 'plantuml', '@startuml\npackage A {\n  [x]\n  [y]\n}\n@enduml', [[2, 4]]],
    [
      'questions',
      'plantuml',
      '@startuml\nstart\nif (x) then (yes)\n:a;\nelse (no)\n:b;\nendif\nstop\n@enduml',
      [
        [3, 6],
        [5, 6],
      ],
    ],
    ['notes, whatever is in them', 'plantuml', '@startuml\n[a]\nnote left of a\nalt {\nend note\n@enduml', [[3, 4]]],
    [
      'clusters and lists of attributes',
      'dot',
      'digraph {\n  subgraph cluster_a {\n    x [\n      label="{"\n    ]\n  }\n}',
      [
        [1, 6],
        [2, 5],
        [3, 4],
      ],
    ],
    ['nothing that is not closed', 'mermaid', 'flowchart LR\nsubgraph a\nb', []],
  ] as const)
    test(name, () => assert.deepEqual(folds(language, source), expected))

  test('inside a quoted list fold at the lines of the document', () => {
    const text = '> - x\n>\n>   ```mermaid\n>   flowchart LR\n>   subgraph a\n>   b\n>   c\n>   end\n>   ```\n'
    const placeOf = createPositions(text)
    assert.deepEqual(
      foldsOf(readModel(text), syntaxes).map(({ start, end }) => [placeOf(start).line, placeOf(end).line]),
      [[5, 7]],
    )
  })
})

suite('a keyword at the cursor', () => {
  const meaning = (language: string, marked: string) => {
    const text = inFence(language, marked)
    const found = placeInFence(readModel(text.replace('▮', '')), text.indexOf('▮'), syntaxes)
    return found && keywordAt(tables[found.syntax.id] ?? [], found.diagram.source, found.place)?.keyword.word
  }
  for (const [language, marked, expected] of [
    ['mermaid', 'flow▮chart LR', 'flowchart'],
    ['mermaid', 'flowchart L▮R', 'LR'],
    ['mermaid', 'flowchart LR\n  sub▮graph a\n  end', 'subgraph'],
    ['mermaid', 'sequenceDiagram\n  ▮Note over A: x', 'note'],
    ['mermaid', 'sequenceDiagram\n  note left▮ of A: x', 'left of'],
    ['mermaid', 'stateDiagram-v2▮\n  a', 'stateDiagram-v2'],
    ['mermaid', 'quadrantChart\n  x-a▮xis a --> b', 'x-axis'],
    ['mermaid', 'requirementDiagram\n  element a {\n  type: x\n  }\n  a - satis▮fies -> b', 'satisfies'],
    ['plantuml', '@start▮uml\nclass A\n@enduml', '@startuml'],
    ['plantuml', '@startuml\nleft▮ to right direction\nclass A\n@enduml', 'left to right direction'],
    ['dot', 'digraph {\n  a [sha▮pe=box]\n}', 'shape'],
    ['dot', 'digraph {\n  a [shape=bo▮x]\n}', 'box'],
    ['mermaid', 'flowchart LR\n  a --> e▮nd', undefined],
    ['mermaid', 'flowchart LR\n  a[the subgr▮aph] --> b', undefined],
    ['mermaid', 'sequenceDiagram\n  A->>B: a▮lt', undefined],
  ] as const)
    test(`${marked.replaceAll('\n', '⏎')} means ${expected}`, () => assert.equal(meaning(language, marked), expected))
})
