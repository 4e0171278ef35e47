import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many extension hosts have had all extensions of the start running: from then on every command is known. */
export function readyExtensionHosts(dataFolder: string): number {
  // One that was killed and started again goes on with the same file.
  return extensionHostLogs(dataFolder).flatMap((log) => log.match(/Eager extensions activated/g) ?? []).length
}

/** The errors in the logs of the extension hosts that name our extension, and those in our own log, with their stack traces. */
export function extensionErrors(dataFolder: string): string[] {
  const own = read(globSync(join(dataFolder, 'data', 'logs', '*', 'exthost*', 'design-docs.design-docs', '*.log')))
  return [...errorsIn(own), ...errorsIn(extensionHostLogs(dataFolder)).filter(isOurs)]
}

function errorsIn(logs: readonly string[]): string[] {
  return logs.flatMap((log) => log.split(/\n(?=\d{4}-\d\d-\d\d )/)).filter((entry) => entry.includes('[error]'))
}

/** A stack trace names the extension's bundle; a message of VS Code's own its id. */
function isOurs(entry: string): boolean {
  return entry.includes('design-docs.design-docs') || /[/\\]dist[/\\]extension\.c?js/.test(entry)
}

function extensionHostLogs(dataFolder: string): string[] {
  // A reloaded window has a second extension host, and so a second file.
  return read(globSync(join(dataFolder, 'data', 'logs', '*', 'exthost*', 'remoteexthost.log')))
}

const read = (files: readonly string[]): string[] => files.map((file) => readFileSync(file, 'utf8'))
