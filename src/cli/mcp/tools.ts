/** Implements the four tools of the manifest for any client, none of which changes anything. */

import { readFile } from 'node:fs/promises'
import type { DiagramChecker } from '../../core/diagrams/checker.ts'
import { isLanguage } from '../../core/document/language.ts'
import { templateIn } from '../../core/template/inLanguage.ts'
import { createPositions } from '../../core/text/positions.ts'
import { findingsAnswer, reviewAnswer, reviewOf, templateAnswer, whyNoRule } from '../../review/toolAnswers.ts'
import type { Context } from '../context.ts'
import { diskWithin } from '../disk.ts'
import { rulePageFile } from '../installation.ts'
import { decode, largestFile, type ReadResult } from '../readText.ts'
import { createSession } from '../session.ts'
import { createWorkspaces } from '../workspaces.ts'
import { findFile } from './findFile.ts'
import { type FindingsData, findingsData, type ReviewData, reviewData, teamLines } from './toolData.ts'

/** A tool's input, already validated against its schema. */
export interface ToolInput {
  readonly filePath?: string
  readonly text?: string
  readonly type?: string
  readonly title?: string
  readonly language?: string
  readonly rule?: string
}

/** What a call may use besides its input. */
export interface Surroundings {
  readonly context: Context
  readonly checker: DiagramChecker
  /** The client's folders, absolute. */
  readonly folders: readonly string[]
  readonly signal: AbortSignal
}

/** An answer as text for the model, and as data for programs. */
export interface Answer {
  readonly text: string
  readonly data?: FindingsData | ReviewData
}

/** Rejects with an `Error` whose message is for the model. */
export type RunTool = (input: ToolInput, surroundings: Surroundings) => Promise<Answer>

/** By tool name, as in the manifest. */
export const tools: Readonly<Record<string, RunTool>> = {
  'design-docs_lint': async (input, surroundings) => {
    const { linted, report, team } = await lintFor(input, surroundings)
    return { text: [findingsAnswer(linted), ...team].join('\n'), data: findingsData(report, team) }
  },
  'design-docs_review': async (input, surroundings) => {
    const { linted, report, team } = await lintFor(input, surroundings)
    const placeOf = createPositions(linted.model.text)
    return { text: reviewAnswer(linted), data: reviewData(report, team, reviewOf(linted), placeOf) }
  },
  'design-docs_template': async (input, { context, folders }) => {
    const language = isLanguage(input.language) ? input.language : 'en'
    const templates = await templatesIn(context, folders)
    const inLanguage = templates.map((each) => (each.id === input.type ? templateIn(each, language) : each))
    return { text: templateAnswer(inLanguage, input, new Date()) }
  },
  'design-docs_explainRule': async ({ rule = '' }, { context }) => {
    const failure = whyNoRule(
      rule,
      context.rules.map(({ id }) => id),
    )
    if (failure !== undefined) throw new Error(failure)
    return { text: await readFile(rulePageFile(rule), 'utf8') }
  },
}

/** The team's and the built-in templates, as known in the first folder. */
export async function templatesIn(context: Context, folders: readonly string[]) {
  const [cwd = context.cwd] = folders
  return (await createWorkspaces({ ...context, cwd, disk: diskWithin(folders) }).of(cwd)).templates
}

async function lintFor({ filePath = '', text }: ToolInput, { context, checker, folders, signal }: Surroundings) {
  const disk = diskWithin(folders)
  const { folder, file } = await findFile(filePath, folders, disk, text !== undefined)
  const input = text === undefined ? await disk.readText(file) : readGiven(text)
  if (input.failure !== undefined) throw new Error(`“${filePath}” ${input.failure}.`)
  const session = createSession({ ...context, cwd: folder, disk }, 'apply', checker)
  const found = await session.lintFile({ file, input }, { needsChecklist: true, signal })
  if (!found) throw new Error(`“${filePath}” cannot be read.`)
  const { report, document: model, type, messages } = found
  const linted = { path: report.path, type, model, messages }
  return { linted, report, team: teamLines(await session.teamFiles()) }
}

/** A given text has the same limits as a file. */
function readGiven(text: string): ReadResult {
  const bytes = Buffer.from(text)
  return bytes.length > largestFile ? { failure: 'is larger than 5 MB' } : decode(bytes)
}
