/** The tools that a language model can call: lint, review, template, explainRule. None of them changes anything. */

import * as vscode from 'vscode'
import { parseSnippet } from '../../../core/template/snippet.ts'
import { createVariables } from '../../../core/template/variables.ts'
import { fillTitle } from '../../../core/text/naming.ts'
import { nearest } from '../../../core/text/nearest.ts'
import { printable } from '../../../core/text/printable.ts'
import { rules } from '../../../generated/rules.ts'
import { reviewDocument } from '../../../review/documentReview.ts'
import { type PlaceOf, plainFindings, plainReview } from '../../../review/plainReview.ts'
import type { LintedDocument } from '../../linting.ts'
import { shownPath } from '../../paths.ts'
import type { Service } from '../../service.ts'
import { readRulePage } from '../review/ruleDocs.ts'
import { documentOf } from './documentOf.ts'

/** What a tool is given; VS Code has held it against the schema in the manifest. */
interface Input {
  readonly filePath?: string
  readonly type?: string
  readonly title?: string
  readonly rule?: string
}

interface Tool {
  /** Said while it runs. */
  readonly saying: (input: Input) => string
  /** Gives the text for the model; its error's message is for the model as well. */
  readonly run: (input: Input) => Promise<string>
}

/** The tools of `languageModelTools` in the manifest. */
export function registerLanguageModelTools(service: Service, extensionUri: vscode.Uri): vscode.Disposable {
  const tools: Readonly<Record<string, Tool>> = {
    lint: {
      saying: ({ filePath }) => `Linting ${filePath}`,
      run: async ({ filePath }) => lint(service, await documentOf(filePath ?? '')),
    },
    review: {
      saying: ({ filePath }) => `Reviewing ${filePath}`,
      run: async ({ filePath }) => review(service, await documentOf(filePath ?? '')),
    },
    template: {
      saying: ({ type }) => (type === undefined ? 'Listing the templates' : `Reading the template ${type}`),
      run: (input) => template(service, input),
    },
    explainRule: {
      saying: ({ rule }) => `Reading about the rule ${rule}`,
      run: ({ rule = '' }) => explainRule(extensionUri, rule),
    },
  }
  const registered = Object.entries(tools).map(([name, { saying, run }]) =>
    vscode.lm.registerTool<Input>(`design-docs_${name}`, {
      prepareInvocation: ({ input }) => ({ invocationMessage: printable(saying(input)) }),
      async invoke({ input }) {
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(await run(input))])
      },
    }),
  )
  return vscode.Disposable.from(...registered)
}

async function lint(service: Service, document: vscode.TextDocument): Promise<string> {
  const { type, messages } = await lintedOf(service, document)
  return plainFindings(about(document, type.title), messages, placeIn(document))
}

async function review(service: Service, document: vscode.TextDocument): Promise<string> {
  const { type, messages, model } = await lintedOf(service, document)
  return plainReview(about(document), reviewDocument(model, type, messages), placeIn(document))
}

/** What the linter says of a design document. Rejects with the reason where it is none. */
async function lintedOf(
  service: Service,
  document: vscode.TextDocument,
): Promise<Required<Pick<LintedDocument, 'type' | 'model' | 'messages'>>> {
  const result = await service.lint(document)
  const path = shownPath(document.uri)
  if (!result) throw new Error(`“${path}” changed meanwhile; try again.`)
  const { type, model, messages, templateOf } = result
  if (templateOf) throw new Error(`“${path}” is the template of the type ${templateOf.title}, and no document.`)
  if (!type)
    throw new Error(
      `“${path}” is no design document that Design Docs knows. If it is one, say its type in its front matter, such as \`documentType: design\`.`,
    )
  if (!model) throw new Error(`“${path}” is too long to be read.`)
  return { type, model, messages }
}

/** Lists the types, or gives the text of one. */
async function template(service: Service, { type: id, title }: Input): Promise<string> {
  const templates = await service.workspaces.templatesIn(vscode.workspace.workspaceFolders?.[0])
  const types = templates.flatMap((each) => (each.type ? [{ type: each.type, source: each.snippet.source }] : []))
  if (id === undefined)
    return [
      'Document types; ask again with one of them for its text:',
      ...types.map(({ type }) =>
        printable(`- ${type.id}: ${type.title}. ${type.sections.length} sections. ${placesOf(type.files)}`),
      ),
    ].join('\n')
  const found = types.find(({ type }) => type.id === id)
  if (!found)
    throw new Error(`There is no document type “${id}”. The types are ${types.map(({ type }) => type.id).join(', ')}.`)
  const { text } = parseSnippet(fillTitle(found.source, title, undefined), createVariables({ now: new Date() }))
  const advice = `Fill in what is in brackets or begins with TODO, and keep the headings. ${placesOf(found.type.files)} Elsewhere it needs \`documentType: ${id}\` in its front matter.`
  return `${advice}\n\n${text}`
}

const placesOf = (files: readonly string[]): string =>
  files.length > 0 ? `Such documents lie at ${files.join(', ')}.` : 'Such documents lie anywhere.'

async function explainRule(extensionUri: vscode.Uri, id: string): Promise<string> {
  const ids = rules.map((rule) => rule.id)
  if (ids.includes(id)) return readRulePage(extensionUri, id)
  const meant = nearest(id, ids)
  throw new Error(
    `There is no rule “${id}”. ${meant === undefined ? `The rules are ${ids.join(', ')}.` : `Did you mean ${meant}?`}`,
  )
}

const about = ({ uri }: vscode.TextDocument, type?: string): string =>
  printable(type === undefined ? shownPath(uri) : `${shownPath(uri)} (${type})`)

const placeIn =
  (document: vscode.TextDocument): PlaceOf =>
  (offset) => {
    const { line, character } = document.positionAt(offset)
    return { line: line + 1, column: character + 1 }
  }
