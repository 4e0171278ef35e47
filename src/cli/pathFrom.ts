/** Paths as the config, the linter and people see them. */

import { relative, sep } from 'node:path'

/** The path of a file relative to a folder, with `/`. Both are absolute. */
export const pathFrom = (folder: string, file: string): string => relative(folder, file).split(sep).join('/')
