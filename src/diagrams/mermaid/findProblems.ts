/** Finds what keeps mermaid from drawing a diagram, and explains it in our words. */

import type { Mermaid } from 'mermaid'
import type { DiagramProblem } from '../../core/diagrams/engine.ts'
import { missing } from '../source/unclosed.ts'
import { findOpenCalls, findUnknownAliases, needsDrawingCheck } from './drawable.ts'
import { mendArrows } from './halfArrow.ts'
import { explainHeader } from './header.ts'
import { asParsed, type CleanDiagram, cleanUp } from './inside/cleanUp.ts'
import { type DrawingData, readData } from './inside/data.ts'
import { isJisonError, readJisonError } from './inside/jisonError.ts'
import { kindOfBody } from './inside/kinds.ts'
import { isLangiumError, readLangiumError } from './inside/langiumError.ts'
import { isHeaderError, reasonFor } from './inside/messages.ts'
import { toSource } from './mappedText.ts'
import { findCulprit } from './messageError.ts'
import { place } from './place.ts'
import { quoteLabels } from './quoteLabel.ts'
import { findOpenShapeData } from './unclosed.ts'
import { readYamlError } from './yamlError.ts'

/** Everything that keeps mermaid from drawing a diagram, as far as can be found without drawing it. */
export const findProblems = async (source: string, mermaid: Mermaid): Promise<readonly DiagramProblem[]> => {
  const clean = cleanUp(source)
  const kind = kindOfBody(clean.body.text)
  const problem = await findMistake(source, clean, kind, mermaid)
  if (problem) {
    const attempt = (text: string) => findMistake(text, cleanUp(text), kind, mermaid)
    const fix = (await mendArrows(source, problem, attempt)) ?? (await quoteLabels(source, problem, attempt))
    return [{ ...problem, ...(fix && { fix }) }]
  }
  if (!needsDrawingCheck(kind)) return []

  const body = clean.body.text
  const open = kind === 'gantt' ? [] : findOpenCalls(body)
  if (open.length > 0) return open.map((problem) => toSource(clean.body, problem))
  const read = (text: string): Promise<DrawingData> => readData(mermaid, text)
  const data = await read(body)
  const failure = await failureOf(async () => data.getTasks?.())
  if (failure)
    return [
      await explain(source, clean, kind, failure, (text) => failureOf(async () => (await read(text)).getTasks?.())),
    ]
  return findUnknownAliases(body, data).map((problem) => toSource(clean.body, problem))
}

/** The mistake that mermaid's parser finds; undefined if there is none. */
const findMistake = async (
  source: string,
  clean: CleanDiagram,
  kind: string | undefined,
  mermaid: Mermaid,
): Promise<DiagramProblem | undefined> => {
  const error = await failureOf(() => mermaid.parse(source))
  return error ? explain(source, clean, kind, error, (text) => failureOf(() => mermaid.parse(text))) : undefined
}

const failureOf = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    await work()
    return undefined
  } catch (error) {
    return error ?? new Error('')
  }
}

const explain = async (
  source: string,
  clean: CleanDiagram,
  kind: string | undefined,
  error: unknown,
  attempt: (text: string) => Promise<unknown>,
): Promise<DiagramProblem> => {
  const { body } = clean
  // Shape properties are YAML too, but an error in them also occurs without the front matter.
  const yaml = clean.frontMatter && readYamlError(clean.frontMatter.text, error)
  if (clean.frontMatter && yaml && messageOf(await attempt(body.text)) !== messageOf(error)) {
    return toSource(clean.frontMatter, yaml)
  }
  const parsed = asParsed(body, kind)
  if (isJisonError(error)) return toSource(parsed, place(parsed.text, readJisonError(parsed.text, error), kind))
  if (isLangiumError(error)) return toSource(parsed, place(parsed.text, readLangiumError(parsed.text, error), kind))
  if (isHeaderError(error) || body.text.startsWith('---')) return explainHeader(source, body, kind)
  const open = findOpenShapeData(body.text, body.text.length)
  if (open) return toSource(body, missing(open))
  const message = messageOf(error)
  const culprit = await findCulprit(body.text, kind, message, async (text) => messageOf(await attempt(text)))
  return toSource(body, { reason: reasonFor(error, message), ...culprit })
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : error === undefined ? '' : String(error)
