/** The words a diagram may begin with, and the kind that each stands for in mermaid's documentation. */
export const headers: Readonly<Record<string, string>> = {
  'flowchart-elk': 'flowchart',
  flowchart: 'flowchart',
  graph: 'flowchart',
  sequenceDiagram: 'sequenceDiagram',
  classDiagram: 'classDiagram',
  'classDiagram-v2': 'classDiagram',
  stateDiagram: 'stateDiagram',
  'stateDiagram-v2': 'stateDiagram',
  erDiagram: 'erDiagram',
  C4Context: 'C4Context',
  C4Container: 'C4Container',
  C4Component: 'C4Component',
  C4Dynamic: 'C4Dynamic',
  C4Deployment: 'C4Deployment',
  gantt: 'gantt',
  gitGraph: 'gitGraph',
  mindmap: 'mindmap',
  timeline: 'timeline',
  journey: 'journey',
  pie: 'pie',
  quadrantChart: 'quadrantChart',
  requirementDiagram: 'requirementDiagram',
  requirement: 'requirementDiagram',
  architecture: 'architecture',
  'architecture-beta': 'architecture',
  block: 'block',
  'block-beta': 'block',
  packet: 'packet',
  'packet-beta': 'packet',
  kanban: 'kanban',
  sankey: 'sankey',
  'sankey-beta': 'sankey',
  xychart: 'xychart',
  'xychart-beta': 'xychart',
  'radar-beta': 'radar',
  treemap: 'treemap',
  'treemap-beta': 'treemap',
  'treeView-beta': 'treeView',
  zenuml: 'zenuml',
  info: 'info',
  eventmodeling: 'eventmodeling',
  ishikawa: 'ishikawa',
  'ishikawa-beta': 'ishikawa',
  'venn-beta': 'venn',
  'usecase-beta': 'usecase',
  'wardley-beta': 'wardley',
  'cynefin-beta': 'cynefin',
  'swimlane-beta': 'swimlane',
  'agentflow-beta': 'agentflow',
  'railroad-beta': 'railroad',
  'railroad-ebnf-beta': 'railroad',
  'railroad-abnf-beta': 'railroad',
  'railroad-peg-beta': 'railroad',
}

const longestFirst = Object.keys(headers).sort((one, other) => other.length - one.length)

/** The kind of a diagram without front matter, directives and comments. */
export const kindOfBody = (body: string): string | undefined => {
  const text = body.trimStart()
  const header = longestFirst.find((word) => text.startsWith(word))
  return header && headers[header]
}

/** The edit distance of two words: the number of insertions, deletions and substitutions. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of Array.from(one).entries()) {
    const next = [i + 1]
    for (const [j, wanted] of Array.from(other).entries()) {
      const swap = (row[j] ?? 0) + (letter === wanted ? 0 : 1)
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** The known header most similar to a word. */
export const nearestHeader = (word: string): string => {
  const wanted = word.toLowerCase()
  const near = Object.keys(headers)
    .map((header) => ({ header, away: distance(wanted, header.toLowerCase()) }))
    .sort((one, other) => one.away - other.away)[0]
  return near && near.away <= Math.max(2, wanted.length / 3) ? near.header : 'flowchart'
}

/** The five kinds of C4 share one grammar. */
export const isC4 = (kind: string | undefined): boolean => kind?.startsWith('C4') ?? false
