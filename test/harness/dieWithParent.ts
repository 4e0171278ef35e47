/**
 * Preloaded into the editor's server (`node --import`). Ends the server and everything that it started when its parent
 * process is gone, even if that was killed and could not clean up: the pipe on standard input closes then.
 */
// The server forks its extension hosts with its own Node flags, so they load this file too. They must not listen.
if (process.argv[1]?.endsWith('server-main.js')) {
  process.stdin.on('end', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'))
  process.stdin.resume()
}
