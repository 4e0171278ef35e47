/**
 * Preloaded into the editor's server (`node --import`): ends the server and everything it started when the process that
 * started it is gone, even where that was killed and could run no cleanup. Its standard input is a pipe that closes then.
 */
// The server forks its extension hosts with its own Node flags; they must not listen.
if (process.argv[1]?.endsWith('server-main.js')) {
  process.stdin.on('end', () => process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL'))
  process.stdin.resume()
}
