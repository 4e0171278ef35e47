/** What a workbench opens with. All paths are absolute paths on the server's machine. */
export interface AddressOptions {
  readonly folder: string
  /** A `.code-workspace` file to open instead of the folder. */
  readonly workspace?: string | undefined
  /** An extension to load from its source folder, under development. */
  readonly extension?: string | undefined
  /** A module with tests to run inside the extension host. */
  readonly tests?: string | undefined
  /** A file to open on start. */
  readonly file?: string | undefined
}

/** Returns the workbench's address for a browser, percent-encoded, so that terminals recognise it as one link. */
export function workbenchAddress(authority: string, options: AddressOptions): string {
  const remote = (path: string): string => `vscode-remote://${authority}${encodeURI(asUriPath(path))}`
  // The workbench expects its payload as a JSON array of pairs.
  const payload: [string, string][] = [['skipWelcome', 'true']]
  if (options.extension !== undefined) payload.push(['extensionDevelopmentPath', remote(options.extension)])
  if (options.tests !== undefined) payload.push(['extensionTestsPath', remote(options.tests)])
  if (options.file !== undefined) payload.push(['openFile', remote(options.file)])
  const address = new URL(`http://${authority}/`)
  if (options.workspace === undefined) address.searchParams.set('folder', asUriPath(options.folder))
  else address.searchParams.set('workspace', asUriPath(options.workspace))
  address.searchParams.set('payload', JSON.stringify(payload))
  return address.href
}

/** Returns a path as in a URI: with slashes only, also before the drive of a Windows path. */
function asUriPath(path: string): string {
  const slashes = path.replaceAll('\\', '/')
  return slashes.startsWith('/') ? slashes : `/${slashes}`
}
