/**
 * Activates the extension. Only what VS Code expects right after activation is registered here; the features are in a
 * bundle of their own, which takes twenty times as long to load and waits until other extensions have had their turn.
 */

import * as vscode from 'vscode'
import type { Tools } from './features/agents/languageModelTools.ts'
import { registerMcpServer } from './features/agents/mcpServer.ts'
import { giveWay } from './platform.ts'

/**
 * Called by VS Code when the first Markdown document opens, a command of ours runs, or another activation event in the
 * manifest occurs.
 */
export function activate(context: vscode.ExtensionContext): void {
  const { commands, languageModelTools } = manifestOf(context)
  let features: Promise<Tools> | undefined
  const load = () => {
    features ??= import('./features.ts').then(({ registerFeatures }) => {
      standIns.dispose()
      return registerFeatures(context)
    })
    return features
  }
  const registered = commands.map(({ command }) => registerStandIn(command, load))
  const standIns = vscode.Disposable.from(...registered)
  context.subscriptions.push(standIns, registerMcpServer(context))
  for (const { name } of languageModelTools) context.subscriptions.push(registerTool(name, load))
  // An error is not caught, so that VS Code reports it in its log as this extension's.
  void giveWay().then(load)
}

/** What is registered at once, as far as the manifest names it. */
interface Manifest {
  readonly commands: readonly { readonly command: string }[]
  readonly languageModelTools: readonly { readonly name: string }[]
}

const manifestOf = ({ extension }: vscode.ExtensionContext): Manifest => extension.packageJSON.contributes

/** Registers a command that loads the features, by which the actual command replaces it, and then runs that. */
const registerStandIn = (command: string, load: () => Promise<unknown>): vscode.Disposable =>
  vscode.commands.registerCommand(command, async (...args: readonly unknown[]) => {
    await load()
    return vscode.commands.executeCommand(command, ...args)
  })

/** Registers a tool for language models that loads the features when it is first used. */
function registerTool(name: string, load: () => Promise<Tools>): vscode.Disposable {
  const tool = async () => (await load()).get(name)
  return vscode.lm.registerTool<object>(name, {
    prepareInvocation: async (options, token) => (await tool())?.prepareInvocation?.(options, token),
    invoke: async (options, token) => (await tool())?.invoke(options, token),
  })
}
