import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Baseline, baselinePath, writeBaseline } from '../core/baseline.ts'
import { createFile } from './createFile.ts'
import { writeText } from './writeText.ts'

/**
 * Write a folder's baseline, without documents that are gone.
 *
 * @param root the folder that holds `.design-docs`
 * @returns why it could not be written; undefined when it was
 */
export async function writeBaselineFile(root: string, baseline: Baseline): Promise<string | undefined> {
  const isThere = (path: string) =>
    stat(join(root, path)).then(
      () => true,
      () => false,
    )
  const paths = Object.keys(baseline)
  const there = await Promise.all(paths.map(isThere))
  const kept = Object.fromEntries(Object.entries(baseline).filter((_, index) => there[index]))
  const file = join(root, baselinePath)
  const text = writeBaseline(kept)
  return (await isThere(baselinePath)) ? writeText(file, text) : createFile(file, text)
}
