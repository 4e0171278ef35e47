/** Registers what an agent can use with the SDK: tools, templates and rule pages as resources, skills as prompts. */

import { readFile } from 'node:fs/promises'
import {
  fromJsonSchema,
  McpServer,
  type ReadResourceResult,
  ResourceTemplate,
  type ServerContext,
} from '@modelcontextprotocol/server'
import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/server/validators/cf-worker'
import type { DiagramChecker } from '../../core/diagrams/checker.ts'
import { nearest } from '../../core/text/nearest.ts'
import { skills, toolDefinitions } from '../../generated/agents.ts'
import { templateText } from '../../review/toolAnswers.ts'
import type { Context } from '../context.ts'
import { readVersion, rulePageFile } from '../installation.ts'
import { isQuestion, openFolders } from './openFolders.ts'
import { dataSchemas } from './toolData.ts'
import { type ToolInput, templatesIn, tools } from './tools.ts'

const jsonSchemaValidator = new CfWorkerJsonSchemaValidator()

/** @param checker shared by all calls */
export function createServer(context: Context, checker: DiagramChecker): McpServer {
  const server = new McpServer(
    { name: 'design-docs', title: 'Design Docs', version: readVersion() },
    {
      jsonSchemaValidator,
      instructions:
        'Start a design document or decision record from its template, lint it after each change, and fix what it reports. No tool here changes a file.',
    },
  )
  registerTools(server, context, checker)
  registerTemplates(server, context)
  registerRulePages(server, context)
  registerPrompts(server)
  return server
}

/** Not in the manifest, since an editor already has it: the text of an unsaved document. */
const text = {
  type: 'string',
  description:
    'The whole text of the document, if it is not saved yet. It is checked as if it were in the file, but not written anywhere.',
}

function registerTools(server: McpServer, context: Context, checker: DiagramChecker): void {
  for (const { name, title, description, inputSchema: given } of toolDefinitions) {
    const run = tools[name]
    if (!run) throw new Error(`The tool ${name} is not implemented`)
    const properties = given.properties['filePath'] ? { ...given.properties, text } : given.properties
    const data = dataSchemas[name]
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: fromJsonSchema<ToolInput>({ ...given, properties }, jsonSchemaValidator),
        ...(data && { outputSchema: fromJsonSchema(data, jsonSchemaValidator) }),
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      },
      async (input, ctx) => {
        const folders = openFolders(server, ctx, context.cwd)
        if (isQuestion(folders)) return folders
        const answer = await run(input, { context, checker, folders, signal: ctx.mcpReq.signal })
        return {
          content: [{ type: 'text', text: answer.text }],
          ...(answer.data && { structuredContent: answer.data }),
        }
      },
    )
  }
}

const mimeType = 'text/markdown'

const page = (uri: URL, text: string): ReadResourceResult => ({ contents: [{ uri: uri.href, mimeType, text }] })

/** The list has the built-in templates, since listing cannot ask for folders; reading also finds the team's. */
function registerTemplates(server: McpServer, context: Context): void {
  const addressOf = (id: string) => `design-docs:/templates/${id}.md`
  const list = () => ({
    resources: context.templates.map(({ id, title, description }) => ({
      uri: addressOf(id),
      name: id,
      title,
      ...(description && { description }),
      mimeType,
    })),
  })
  const read = async (uri: URL, id: string, ctx: ServerContext) => {
    const folders = openFolders(server, ctx, context.cwd)
    if (isQuestion(folders)) return folders
    const templates = await templatesIn(context, folders)
    const found = templates.find((each) => each.id === id && each.type)
    if (found) return page(uri, templateText(found, new Date()))
    const ids = templates.flatMap(({ type }) => type?.id ?? [])
    throw new Error(`Unknown template “${id}”. The templates are ${ids.join(', ')}.`)
  }
  server.registerResource(
    'template',
    new ResourceTemplate(addressOf('{id}'), {
      list,
      complete: { id: (start) => context.templates.flatMap(({ id }) => (id.startsWith(start) ? [id] : [])) },
    }),
    { title: 'Template', description: 'The text of a new document, by the id of its document type.', mimeType },
    (uri, { id }, ctx) => read(uri, String(id), ctx),
  )
}

/** The pages that findings link to. */
function registerRulePages(server: McpServer, { rules }: Context): void {
  const ids = rules.map(({ id }) => id)
  server.registerResource(
    'rule',
    new ResourceTemplate('design-docs:/rules/{id}.md', {
      list: undefined,
      complete: { id: (start) => ids.filter((id) => id.startsWith(start)) },
    }),
    { title: 'Rule', description: 'What a rule asks for and why, with examples.', mimeType },
    async (uri, { id }) => {
      if (ids.includes(String(id))) return page(uri, await readFile(rulePageFile(String(id)), 'utf8'))
      const meant = nearest(String(id), ids)
      throw new Error(`Unknown rule “${id}”.${meant === undefined ? '' : ` Did you mean ${meant}?`}`)
    },
  )
}

function registerPrompts(server: McpServer): void {
  const argsSchema = fromJsonSchema<{ readonly about?: string }>(
    {
      type: 'object',
      properties: { about: { type: 'string', description: 'What to design, decide or review.' } },
    },
    jsonSchemaValidator,
  )
  for (const { name, description, text } of skills)
    server.registerPrompt(
      name,
      { title: /^# (.+)$/m.exec(text)?.[1] ?? name, description, argsSchema },
      ({ about }) => ({
        messages: [
          {
            role: 'user',
            content: { type: 'text', text: about ? `${text.trimEnd()}\n\nIt is about: ${about}\n` : text },
          },
        ],
      }),
    )
}
