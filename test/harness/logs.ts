import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Counts the extension hosts in which all startup extensions are active. From then on, every command is known. */
export function readyExtensionHosts(dataFolder: string): number {
  // An extension host that was killed and restarted continues the same file.
  return extensionHostLogs(dataFolder).flatMap((log) => log.match(/Eager extensions activated/g) ?? []).length
}

/** Returns the errors in our own log, and those of the extension hosts that name our extension, with stack traces. */
export function extensionErrors(dataFolder: string): string[] {
  const own = read(globSync(join(dataFolder, 'data', 'logs', '*', 'exthost*', 'design-docs.design-docs', '*.log')))
  return [...errorsIn(own), ...errorsIn(extensionHostLogs(dataFolder)).filter(isOurs)]
}

function errorsIn(logs: readonly string[]): string[] {
  return logs.flatMap((log) => log.split(/\n(?=\d{4}-\d\d-\d\d )/)).filter((entry) => entry.includes('[error]'))
}

/** A stack trace names the extension's bundle, and a message from VS Code itself names its id. */
function isOurs(entry: string): boolean {
  return entry.includes('design-docs.design-docs') || /[/\\]dist[/\\]extension\.c?js/.test(entry)
}

function extensionHostLogs(dataFolder: string): string[] {
  // A reloaded window has a second extension host, and therefore a second file.
  return read(globSync(join(dataFolder, 'data', 'logs', '*', 'exthost*', 'remoteexthost.log')))
}

const read = (files: readonly string[]): string[] => files.map((file) => readFileSync(file, 'utf8'))
