/**
 * Runs before and after `npm pack` and `npm publish`: while they run, `dist` is a folder instead of a link, since npm
 * packs no links. `files` in package.json lists what is packed of it. If this is interrupted, the next build restores
 * the link.
 */
import { cp, rename, rm, symlink } from 'node:fs/promises'
import { inRoot } from './files.ts'

const copy = inRoot('out/dist-to-pack')

if (process.argv.includes('--after')) {
  await rm(inRoot('dist'), { recursive: true, force: true })
  await symlink('out/extension/dist', inRoot('dist'), 'junction')
} else {
  await rm(copy, { recursive: true, force: true })
  await cp(inRoot('out/extension/dist'), copy, { recursive: true })
  await rm(inRoot('dist'), { recursive: true, force: true })
  await rename(copy, inRoot('dist'))
}
