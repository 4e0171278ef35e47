import type { DiagramProblem } from '../../core/engine.ts'

/** What the YAML parser inside mermaid throws, for front matter as for the properties of a shape. */
export const isYamlError = (error: unknown): error is Error & { reason: string; mark?: { line: number } } =>
  error instanceof Error && error.name === 'YAMLException' && 'reason' in error && typeof error.reason === 'string'

/** The error of the YAML parser inside mermaid; undefined for any other. `frontMatter.start` is an offset of the source. */
export const readYamlError = (
  frontMatter: { readonly text: string; readonly start: number },
  error: unknown,
): DiagramProblem | undefined => {
  if (!isYamlError(error)) return undefined
  const { mark, reason } = error
  const lines = frontMatter.text.split('\n')
  // Past its end, the mistake is in what stands last.
  const told = Math.min(mark?.line ?? 0, lines.length - 1)
  // A key without a colon is noticed only when the lines that should belong to it come.
  const above = lines[told - 1] ?? ''
  const index = told > 0 && /^\s*[\w-]+[^:]*$/.test(above) && !/^\s*-\s/.test(above) ? told - 1 : told
  const line = lines[index] ?? ''
  const start = frontMatter.start + lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0)
  return {
    reason: `The front matter is no valid YAML: ${reason}`,
    start: start + line.length - line.trimStart().length,
    end: start + line.trimEnd().length,
  }
}
