/** Collects the problems that engines find in the diagrams of a document. */
import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import type { Diagram, DocumentModel } from '../../core/document/document.ts'
import type { Rule, RuleHost } from '../../core/lint/rule.ts'

/** All diagrams in document order, each with its engine's problems; none for diagrams that no engine parses. */
export const checkDiagrams = (
  { diagrams }: DocumentModel,
  host: Pick<RuleHost, 'checkDiagram'>,
): Promise<readonly { readonly diagram: Diagram; readonly problems: readonly DiagramProblem[] }[]> =>
  Promise.all(
    diagrams.map(async (diagram) => ({
      diagram,
      problems: diagram.engine && !diagram.isForgiving ? await host.checkDiagram(diagram.engine, diagram.source) : [],
    })),
  )

/** Starts the check early. Results and errors are left to the rule that calls `checkDiagrams` later. */
export function checkDiagramsAhead({ document, host }: Parameters<NonNullable<Rule['prepare']>>[0]): void {
  checkDiagrams(document, host).catch(() => undefined)
}
