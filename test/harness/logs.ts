import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many extension hosts have all extensions of the start running: from then on every command is known. */
export function readyExtensionHosts(dataFolder: string): number {
  return extensionHostLogs(dataFolder).filter((log) => log.includes('Eager extensions activated')).length
}

/** The errors in the logs of the extension hosts that name our extension, with their stack traces. */
export function extensionErrors(dataFolder: string): string[] {
  return extensionHostLogs(dataFolder)
    .flatMap((log) => log.split(/\n(?=\d{4}-\d\d-\d\d )/))
    .filter((entry) => entry.includes('[error]') && isOurs(entry))
}

/** A stack trace names the extension's bundle; a message of VS Code's own its id. */
function isOurs(entry: string): boolean {
  return entry.includes('design-docs.design-docs') || /[/\\]dist[/\\]extension\.c?js/.test(entry)
}

function extensionHostLogs(dataFolder: string): string[] {
  // A reloaded window has a second extension host, and so a second file.
  const files = globSync(join(dataFolder, 'data', 'logs', '*', 'exthost*', 'remoteexthost.log'))
  return files.map((file) => readFileSync(file, 'utf8'))
}
