/** The program's entry point: turns on Node's compile cache, then loads everything else. */

// Through the module, since Node 20 has no such named export.
import module from 'node:module'

module.enableCompileCache?.()
// In a separate chunk, since the code in this file is compiled on every run.
await import('./main.ts')
