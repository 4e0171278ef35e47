import { readdirSync, readFileSync } from 'node:fs'

/** Whether this machine tells which process started which. */
export const canFindExtensionHosts = process.platform === 'linux'

/** The process ids of the extension hosts that a server started, the oldest first. */
export function extensionHostsOf(server: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const { parent, command } = describe(pid)
      return parent === server && command.includes('--type=extensionHost')
    })
    .sort((a, b) => a - b)
}

/** Ids and arguments; neither for a process that ended meanwhile. */
function describe(pid: number): { readonly parent?: number; readonly command: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program stands in parentheses and may hold anything; then come the state and the parent.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }
  } catch {
    return { command: '' }
  }
}
