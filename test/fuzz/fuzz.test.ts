import { globSync } from 'node:fs'

// All groups in one process, for most of what they cost on a few inputs is loading what they test.
for (const file of globSync('*.fuzz.ts', { cwd: import.meta.dirname }).sort()) await import(`./${file}`)
