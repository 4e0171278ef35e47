/** Removes contradictions from a graph, so that consumers need not check. */

import type { DiagramGraph, DiagramNode } from './engine.ts'

/**
 * A graph with guarantees: ids are unique, both ends of each edge and each parent are nodes, and no node is its own
 * ancestor. Contradictions are removed; in a cycle of groups, one group loses its parent. Takes linear time.
 */
export function consistentGraph(graph: DiagramGraph): DiagramGraph {
  const byId = new Map<string, DiagramNode>()
  for (const node of graph.nodes) if (!byId.has(node.id)) byId.set(node.id, node)
  const nodes = [...byId.values()]
  const parents = parentsOf(nodes, byId)
  return {
    ...graph,
    nodes: nodes.map((node) => {
      if (node.parent === undefined || parents.has(node.id)) return node
      const { parent: _, ...rest } = node
      return rest
    }),
    edges: graph.edges.filter(({ from, to }) => byId.has(from) && byId.has(to)),
  }
}

/** Valid parents, by the id of the child. */
function parentsOf(nodes: readonly DiagramNode[], byId: ReadonlyMap<string, DiagramNode>): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  for (const { id, parent } of nodes) if (parent !== undefined && byId.has(parent)) parents.set(id, parent)
  /** For each visited node, the node from which the walk up started. */
  const seen = new Map<string, string>()
  for (const { id: start } of nodes) {
    let at: string | undefined = start
    for (; at !== undefined && !seen.has(at); at = parents.get(at)) seen.set(at, start)
    // The walk has returned to a node that it visited before: a cycle.
    if (at !== undefined && seen.get(at) === start) parents.delete(at)
  }
  return parents
}
