import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './paths.ts'

/** A view of an extension's folder whose manifest lets it run in the browser only, as on the web. */
export function browserOnly(extension: string): string {
  const folder = temporaryFolder('browser-extension')
  for (const name of readdirSync(extension))
    if (name !== 'package.json') symlinkSync(join(extension, name), join(folder, name), 'junction')
  const manifest = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, extensionKind: ['web'] }))
  return folder
}
