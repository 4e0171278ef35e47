/** Lets the user cancel work that cannot be stopped. */

import * as vscode from 'vscode'

/** Rejects as soon as the user cancels, even if the work goes on. */
export async function cancellable<T>(work: Thenable<T>, token: vscode.CancellationToken): Promise<T> {
  let listener: vscode.Disposable | undefined
  const cancelled = new Promise<never>((_, failed) => {
    if (token.isCancellationRequested) failed(new vscode.CancellationError())
    listener = token.onCancellationRequested(() => failed(new vscode.CancellationError()))
  })
  try {
    return await Promise.race([work, cancelled])
  } finally {
    listener?.dispose()
  }
}
