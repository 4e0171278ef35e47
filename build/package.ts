import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createVSIX } from '@vscode/vsce'

// Packs what was built, `--out FILE` elsewhere than here. The same files give the same bytes, whenever and in whatever
// zone of the earth, so that everybody can check what is offered: archives keep times, and these are made up.
process.env['SOURCE_DATE_EPOCH'] = String(Date.UTC(2000, 0) / 1000)
process.env['TZ'] = 'UTC'

const { values } = parseArgs({ options: { out: { type: 'string' } } })
await createVSIX({
  // What VS Code takes for the extension, made by the build.
  cwd: resolve(import.meta.dirname, '../out/extension'),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
  packagePath: resolve(values.out ?? '.'),
})
