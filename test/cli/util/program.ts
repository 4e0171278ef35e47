/** The program as a process: what is built, which starts many times as quickly as its sources, or those where nothing is. */

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

const bundle = file('dist/cli.mjs')

/** Its path, for Node. */
export const program = existsSync(bundle) ? bundle : file('src/cli/main.ts')
