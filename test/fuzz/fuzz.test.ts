import { globSync } from 'node:fs'

// All groups run in one process: with few inputs, most of the time goes into loading the code under test.
for (const file of globSync('*.fuzz.ts', { cwd: import.meta.dirname }).sort()) await import(`./${file}`)
