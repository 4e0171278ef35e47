/** The program, for tests that start a process: the build if there is one, since it starts faster. */

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

const bundle = file('dist/cli.mjs')

/** Its path, for Node. */
export const program = existsSync(bundle) ? bundle : file('src/cli/main.ts')
