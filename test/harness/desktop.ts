import { join } from 'node:path'
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron'
import { inWords } from './counts.ts'
import { cache, extensionFolder, languageModels, suiteEntry, temporaryFolder, temporaryWorkspace } from './paths.ts'
import { main, PlainError } from './plainError.ts'
import { findOnPath } from './processes.ts'
import { bundleSuite, suiteReport } from './suite.ts'

/** Runs the same Mocha suite in a desktop VS Code: `VSCODE_EXECUTABLE`, or one downloaded into the cache. */
await main(async () => {
  const executable = await findDesktop()
  await bundleSuite()
  const report = suiteReport()
  const asRoot = process.getuid?.() === 0
  // A display is required. If there is none, `xvfb-run` provides a virtual one for the whole command.
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    const how = findOnPath('xvfb-run') ? '' : ' after installing xvfb'
    throw new PlainError(`The desktop VS Code needs a display: run \`xvfb-run -a npm run test:desktop\`${how}.`)
  }
  const status = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: [extensionFolder, languageModels],
    extensionTestsPath: suiteEntry,
    extensionTestsEnv: report.env,
    launchArgs: [
      temporaryWorkspace('examples'),
      '--disable-extensions',
      '--disable-workspace-trust',
      `--user-data-dir=${temporaryFolder('desktop')}`,
      ...(asRoot ? ['--no-sandbox'] : []),
    ],
  }).catch(() => 1)
  console.log(inWords(report.read()))
  return status
})

async function findDesktop(): Promise<string> {
  const asked = process.env['VSCODE_EXECUTABLE']
  if (asked) return asked
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(cache, 'desktop') })
  } catch {
    throw new PlainError(
      'No desktop VS Code: its download failed, so set VSCODE_EXECUTABLE to an installed one (`npm test` runs the same suite without it).',
    )
  }
}
