import { execFile } from 'node:child_process'

/** How long git may take to answer, in milliseconds. */
const patience = 3000

/** Who writes in a folder, after git; undefined where there is no git or it does not know. @param folder need not exist */
export function authorOf(folder: string): Promise<string | undefined> {
  const asked = (cwd: string | undefined) =>
    new Promise<string | undefined>((done) => {
      const options = { timeout: patience, ...(cwd !== undefined && { cwd }) }
      const take = (error: unknown, output: string) => done(error ? undefined : output.trim() || undefined)
      try {
        execFile('git', ['config', '--get', 'user.name'], options, take)
      } catch {
        // The folder is a file.
        done(undefined)
      }
    })
  const given = process.env['GIT_AUTHOR_NAME']?.trim()
  return given ? Promise.resolve(given) : asked(folder).then((name) => name ?? asked(undefined))
}
