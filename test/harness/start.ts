import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { workbenchAddress } from './address.ts'
import { extensionFolder, repository } from './paths.ts'
import { main, PlainError } from './plainError.ts'
import { findOnPath, npm } from './processes.ts'
import { startServer } from './server.ts'

/**
 * `npm start`: runs VS Code with the extension on `examples/`, in a browser. The extension is served from the build's
 * output folder, so reloading the page is enough after `npm run build`. `--no-open` does not open the browser.
 */
await main(async () => {
  console.log('Building the extension …')
  const { status, output } = await npm(['run', '--silent', 'build'], { cwd: repository })
  if (status !== 0) {
    console.error(output.trimEnd())
    throw new PlainError('The build failed; its own words are above.')
  }
  console.log('Starting VS Code …')
  const server = await startServer({
    extensions: [extensionFolder],
    settings: { 'security.workspace.trust.enabled': false, 'git.enabled': true },
  })
  const folder = join(repository, 'examples')
  const readme = join(folder, 'README.md')
  const address = workbenchAddress(server.authority, { folder, file: existsSync(readme) ? readme : undefined })
  console.log(`\n  VS Code with Design Docs, on the folder examples:\n\n    ${address}\n\n  Ctrl+C ends it.\n`)
  if (mayOpen()) openBrowser(address)
  // Ctrl+C ends this process, and cleanup.ts ends the server with it.
  await server.ended
  throw new PlainError('The VS Code server ended by itself.')
})

function mayOpen(): boolean {
  const isDesktop = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
  return isDesktop && !process.env['CI'] && !process.argv.includes('--no-open') && process.stdout.isTTY === true
}

function openBrowser(address: string): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open'
  if (process.platform === 'linux' && findOnPath(opener) === undefined) return
  // There is no need to wait for the browser, because the address is on the screen.
  spawn(opener, [address], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref()
}
