/** The task *Lint Workspace* for `tasks.json`, which needs no program and so also runs in the browser. */

import * as vscode from 'vscode'

/** The result of linting the whole workspace. */
export interface LintOutcome {
  /** For people, without a full stop. */
  readonly summary: string
  readonly hasErrors: boolean
}

/** Lints the whole workspace; resolves to undefined if cancelled. */
export type LintAll = (
  onProgress: (done: number, all: number) => void,
  token: vscode.CancellationToken,
) => Promise<LintOutcome | undefined>

/** The task type in the manifest. */
const type = 'design-docs'

/** Registers the task. Its exit code is 1 if there are errors, as for the command line. */
export function registerLintTask(lintAll: LintAll): vscode.Disposable {
  const create = (definition: vscode.TaskDefinition) => {
    const run = new vscode.CustomExecution(() => Promise.resolve(createTerminal(lintAll)))
    return new vscode.Task(definition, vscode.TaskScope.Workspace, 'Lint Workspace', 'Design Docs', run, [])
  }
  return vscode.tasks.registerTaskProvider(type, {
    provideTasks: () => [create({ type })],
    resolveTask: ({ definition }) => create(definition),
  })
}

function createTerminal(lintAll: LintAll): vscode.Pseudoterminal {
  const written = new vscode.EventEmitter<string>()
  const closed = new vscode.EventEmitter<number>()
  const cancellation = new vscode.CancellationTokenSource()
  const say = (line: string) => written.fire(`${line}\r\n`)
  async function lint(): Promise<void> {
    say('Linting design documents')
    try {
      const found = await lintAll(() => undefined, cancellation.token)
      // Without a result, the terminal was closed.
      if (found) say(found.summary)
      closed.fire(found?.hasErrors ? 1 : 0)
    } catch (error) {
      say(String(error))
      closed.fire(2)
    }
  }
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open: () => void lint(),
    close: () => cancellation.cancel(),
  }
}
