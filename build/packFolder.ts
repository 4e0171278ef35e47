/**
 * `npm pack` and `npm publish` call it before and after: in between, `dist` is a folder and no link, for npm packs no links. What of it
 * is packed says `files` in package.json. Where it ends too early, the next build makes the link again.
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
