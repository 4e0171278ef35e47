import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { inWords } from '../harness/counts.ts'
import { runNodeTests } from '../harness/nodeTests.ts'
import { main, PlainError } from '../harness/plainError.ts'

const usage = 'Usage: npm run fuzz [-- GROUP…] [--runs N] [--seed N] [--path PATH --name TEST]'

/** Runs the properties of `npm test` with any number of inputs, and different ones each time. */
await main(async () => {
  const { values, positionals } = readArguments()
  const files = globSync('*.fuzz.ts', { cwd: import.meta.dirname }).sort()
  const groups = files.map((file) => basename(file, '.fuzz.ts'))
  const unknown = positionals.find((name) => !groups.includes(name))
  if (unknown !== undefined) throw new PlainError(`No group is called ${unknown}; there are ${groups.join(', ')}.`)
  const chosen = positionals.length > 0 ? positionals : groups
  const seed = countFrom('seed', values.seed) ?? Math.floor(Math.random() * 2 ** 31)
  const runs = countFrom('runs', values.runs) ?? 1000
  if (values.path !== undefined && values.name === undefined)
    throw new PlainError(`A path leads to an input of one test: name it. ${usage}`)
  console.log(`${runs} inputs for each property of ${chosen.join(', ')}; seed ${seed}`)
  Object.assign(process.env, {
    FUZZ_SEED: seed,
    FUZZ_RUNS: runs,
    ...(values.path !== undefined && { FUZZ_PATH: values.path }),
  })
  const counts = await runNodeTests({
    files: chosen.map((name) => join(import.meta.dirname, `${name}.fuzz.ts`)),
    atOnce: availableParallelism(),
    timeout: Number.POSITIVE_INFINITY,
    ...(values.name !== undefined && { name: values.name }),
  })
  console.log(inWords(counts))
  if (counts.failed > 0) console.log(`Again: npm run fuzz -- ${chosen.join(' ')} --runs ${runs} --seed ${seed}`)
  return counts.failed > 0 ? 1 : 0
})

function readArguments() {
  try {
    const text = { type: 'string' } as const
    return parseArgs({ allowPositionals: true, options: { runs: text, seed: text, path: text, name: text } })
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function countFrom(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^-?\d{1,10}$/.test(value)) throw new PlainError(`--${option} takes a whole number. ${usage}`)
  return Number(value)
}
