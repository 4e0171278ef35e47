/** The entry of the program: has Node keep what it compiled for the next time, then loads all else. */

// By the module, for Node 20 has no such function.
import module from 'node:module'

module.enableCompileCache?.()
// In a chunk of its own: what stands here is compiled each time.
await import('./main.ts')
