import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { whyUnreadable } from './readText.ts'

/**
 * Replace a file's text: all of it or, when anything goes wrong, nothing. A link stays a link, and the file keeps its mode.
 *
 * @returns why it could not be written; undefined when it was
 */
export async function writeText(path: string, text: string): Promise<string | undefined> {
  let temporary: string | undefined
  try {
    const file = await realpath(path)
    const { mode } = await stat(file)
    // Replacing a file needs no permission on the file itself, yet whoever made it read-only meant it.
    if ((mode & 0o222) === 0) return 'is read-only'
    await (await open(file, 'r+')).close()
    const name = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
    const handle = await open(name, 'wx', mode)
    temporary = name
    try {
      await handle.chmod(mode)
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(name, file)
    return undefined
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { force: true })
    return whyUnreadable(path, error)
  }
}
