/** The tools that a language model can call: lint, review, template, explainRule. None of them changes anything. */

import * as vscode from 'vscode'
import { isLanguage } from '../../../core/document/language.ts'
import { printable } from '../../../core/text/printable.ts'
import { rules } from '../../../generated/rules.ts'
import {
  findingsAnswer,
  type LintedForTool,
  reviewAnswer,
  templateAnswer,
  whyNoRule,
} from '../../../review/toolAnswers.ts'
import { cancellable } from '../../cancellable.ts'
import { t } from '../../localize.ts'
import { shownPath } from '../../paths.ts'
import type { Service } from '../../service.ts'
import { languageOfNew } from '../../templateLanguage.ts'
import { readRulePage } from '../review/ruleDocs.ts'
import { documentOf } from './documentOf.ts'

/** A tool's input, which VS Code has validated against the schema in the manifest. */
interface Input {
  readonly filePath?: string
  readonly type?: string
  readonly title?: string
  readonly language?: string
  readonly rule?: string
}

/** What a tool does, once the features are loaded. */
interface Tool {
  /** The message shown while the tool runs. */
  readonly saying: (input: Input) => string
  /** Returns the text for the model; error messages are for the model too. */
  readonly run: (input: Input) => Promise<string>
}

/** Tools by their name in the manifest. */
export type Tools = ReadonlyMap<string, vscode.LanguageModelTool<object>>

/** Creates the tools under `languageModelTools` in the manifest. */
export function createLanguageModelTools(service: Service, extensionUri: vscode.Uri): Tools {
  const tools: Readonly<Record<string, Tool>> = {
    lint: {
      saying: ({ filePath }) => t`Linting ${filePath}`,
      run: async ({ filePath }) => findingsAnswer(await lintedOf(service, await documentOf(filePath ?? ''))),
    },
    review: {
      saying: ({ filePath }) => t`Reviewing ${filePath}`,
      run: async ({ filePath }) => reviewAnswer(await lintedOf(service, await documentOf(filePath ?? ''))),
    },
    template: {
      saying: ({ type }) => (type === undefined ? t`Listing the templates` : t`Reading the template ${type}`),
      run: async (input) => {
        const [folder] = vscode.workspace.workspaceFolders ?? []
        const language = isLanguage(input.language) ? input.language : languageOfNew(folder?.uri)
        return templateAnswer(await service.workspaces.documentsIn(folder, language), input, new Date())
      },
    },
    explainRule: {
      saying: ({ rule }) => t`Reading about the rule ${rule}`,
      run: ({ rule = '' }) => explainRule(extensionUri, rule),
    },
  }
  return new Map(
    Object.entries(tools).map(([name, { saying, run }]) => [
      `design-docs_${name}`,
      {
        prepareInvocation: ({ input }) => ({ invocationMessage: printable(saying(input)) }),
        async invoke({ input }, token) {
          const text = await cancellable(run(input), token)
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)])
        },
      },
    ]),
  )
}

/** The results of linting a document. Rejects if it changes in the meantime. */
async function lintedOf(service: Service, document: vscode.TextDocument): Promise<LintedForTool> {
  const result = await service.lint(document)
  const path = shownPath(document.uri)
  if (!result) throw new Error(`“${path}” changed meanwhile; try again.`)
  return { path, ...result }
}

async function explainRule(extensionUri: vscode.Uri, id: string): Promise<string> {
  const failure = whyNoRule(
    id,
    rules.map((rule) => rule.id),
  )
  if (failure !== undefined) throw new Error(failure)
  return readRulePage(extensionUri, id)
}
