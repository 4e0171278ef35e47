/** Serves one client over standard input and output until the connection closes. */

import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Context } from '../context.ts'
import { createChecker } from '../session.ts'
import { createServer } from './server.ts'

/**
 * Maximum size of a message, in bytes. A text may be 5 MB, and escaping can double it. A longer message ends the
 * connection.
 */
const longestMessage = 32 * 1024 * 1024

/** Resolves when the client has disconnected. */
export async function serve(context: Context): Promise<void> {
  const say = (message: string) => context.err(`design-docs: ${message}\n`)
  const checker = createChecker(say)
  const gone = new Promise<void>((done) => {
    for (const event of ['end', 'close', 'error'] as const) process.stdin.once(event, () => done())
    process.stdout.once('error', () => done())
  })
  const connection = serveStdio(() => createServer(context, checker), {
    transport: new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: longestMessage }),
    onerror: ({ message }) => say(message),
  })
  await gone
  await connection.close()
  checker.dispose()
}
