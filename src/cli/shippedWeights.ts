/** The classifier's weights in the bundled program, from the file that the extension reads too. */

import { readFileSync } from 'node:fs'
import type { packed as written } from '../reading/opinion/weights.ts'

export const packed = JSON.parse(readFileSync(new URL('./opinion.json', import.meta.url), 'utf8')) as typeof written
