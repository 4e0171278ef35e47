import { readdirSync, readFileSync } from 'node:fs'

/** Whether this platform tells which process started which. */
export const canFindExtensionHosts = process.platform === 'linux'

/** Returns the process ids of the extension hosts that a server started, in ascending order. */
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

/** Returns the parent and the arguments of a process, or neither if the process has ended meanwhile. */
function describe(pid: number): { readonly parent?: number; readonly command: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program is in parentheses and may contain anything. The state and the parent follow.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }
  } catch {
    return { command: '' }
  }
}
