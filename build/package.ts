import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createVSIX } from '@vscode/vsce'

// Packs what was built, into the current folder or `--out FILE`. Archives contain times; these are fixed, so that the
// same files give the same bytes at any time and in any time zone, and everybody can verify a published package.
process.env['SOURCE_DATE_EPOCH'] = String(Date.UTC(2000, 0) / 1000)
process.env['TZ'] = 'UTC'

const { values } = parseArgs({ options: { out: { type: 'string' } } })
await createVSIX({
  // The folder that VS Code loads as the extension, written by the build.
  cwd: resolve(import.meta.dirname, '../out/extension'),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
  packagePath: resolve(values.out ?? '.'),
})
