/** Leaves out of a graph what contradicts itself, so that its readers need not check. */

import type { DiagramGraph, DiagramNode } from './engine.ts'

/**
 * A graph as whoever reads it may rely on: no id comes twice, each edge leads from a node to a node, each parent is a
 * node, and no node stands in itself, however far up. What contradicts that is left out; of groups that stand in each other
 * one stands in none. In time linear to the graph.
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

/** The parents that hold, by the id of what stands in them. */
function parentsOf(nodes: readonly DiagramNode[], byId: ReadonlyMap<string, DiagramNode>): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  for (const { id, parent } of nodes) if (parent !== undefined && byId.has(parent)) parents.set(id, parent)
  /** From which node each was reached on the way up. */
  const seen = new Map<string, string>()
  for (const { id: start } of nodes) {
    let at: string | undefined = start
    for (; at !== undefined && !seen.has(at); at = parents.get(at)) seen.set(at, start)
    // The way up that began here has come back to where it was.
    if (at !== undefined && seen.get(at) === start) parents.delete(at)
  }
  return parents
}
