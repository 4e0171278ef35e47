import type { TestContext } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type CallToolResult, Client, type ClientOptions } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'

/** The built program: from its sources it would take five times as long to start. */
const bundle = fileURLToPath(new URL('../../../dist/cli.mjs', import.meta.url))

export interface McpOptions extends ClientOptions {
  /** Where the program is started. */
  readonly cwd: string
  /** The arguments after `mcp`. */
  readonly args?: readonly string[]
  /** The open folders. Absent: the client does not declare any. */
  readonly roots?: readonly string[]
  /** The command that starts the program. Absent: the built one. */
  readonly command?: readonly string[]
}

/** Connects a client of the MCP SDK to our program, until the test ends. */
export async function connectMcp(
  context: Pick<TestContext, 'after'>,
  { cwd, args = [], roots, command = [process.execPath, bundle], ...options }: McpOptions,
): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1.0.0' },
    { ...options, capabilities: roots === undefined ? {} : { roots: {} } },
  )
  if (roots)
    client.setRequestHandler('roots/list', () => ({ roots: roots.map((path) => ({ uri: pathToFileURL(path).href })) }))
  const [program = '', ...before] = command
  const transport = new StdioClientTransport({
    command: program,
    args: [...before, 'mcp', ...args],
    cwd,
    stderr: 'inherit',
  })
  await client.connect(transport)
  context.after(() => client.close())
  return client
}

/** The text of a tool's answer; that of an error starts with `error: `. */
export async function callTool(client: Client, name: string, input: Record<string, unknown>): Promise<string> {
  return textOf(await client.callTool({ name: `design-docs_${name}`, arguments: input }))
}

export const textOf = ({ content, isError }: Pick<CallToolResult, 'content' | 'isError'>): string =>
  (isError ? 'error: ' : '') + content.map((part) => (part.type === 'text' ? part.text : part.type)).join('\n')
