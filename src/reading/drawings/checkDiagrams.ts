/** Asks the engines what is wrong with the diagrams of a document. */
import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import type { Diagram, DocumentModel } from '../../core/document/document.ts'
import type { Rule, RuleHost } from '../../core/lint/rule.ts'

/** All diagrams in their order, each with what its engine says; nothing of those that no engine parses. */
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

/** Has the engines begin with that; what they say, or that they fail, is heard by the rule that asks again. */
export function checkDiagramsAhead({ document, host }: Parameters<NonNullable<Rule['prepare']>>[0]): void {
  checkDiagrams(document, host).catch(() => undefined)
}
