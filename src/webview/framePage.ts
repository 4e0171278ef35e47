/**
 * Removes what can communicate: WebRTC, which no policy covers, and as a second safeguard what the frame's policy
 * already blocks. Code cannot get these back from a nested frame, since the sandbox makes that one inaccessible.
 */
export const lockdown = `{
  const talkative = /^(?:(?:webkit|moz)?RTC|fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|Worker|SharedWorker|PaymentRequest|open$)/
  for (const name of Object.getOwnPropertyNames(globalThis)) if (talkative.test(name)) Reflect.deleteProperty(globalThis, name)
  for (const name of ['sendBeacon', 'serviceWorker']) Reflect.deleteProperty(Navigator.prototype, name)
}`

/**
 * The page of a drawing frame. It inherits the panel's policy, which allows scripts and style elements only by nonce;
 * engines know nothing of nonces, so their style elements get it when they are created. But code that knows the nonce
 * could also import from elsewhere, so the frame's own policy only allows inline scripts, and the one that comes with
 * an engine allows its script by hash (`engineScript`).
 *
 * Since one frame draws many diagrams, the shared prototypes are sealed: mermaid would add a `rank` to them for a node
 * called `__proto__`, and fail to draw from then on.
 */
export function framePage(nonce: string, isCompiled: boolean): string {
  const compilation = isCompiled ? " 'wasm-unsafe-eval'" : ''
  const policy = `default-src 'none'; script-src 'unsafe-inline'${compilation}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<body><script nonce="${nonce}">
${lockdown}
for (const { prototype } of [Object, Array, Function]) Object.seal(prototype)
for (const name of ['createElement', 'createElementNS']) {
  const make = Document.prototype[name]
  Document.prototype[name] = function (...args) {
    const made = make.apply(this, args)
    if (made.localName === 'style') made.nonce = '${nonce}'
    return made
  }
}
globalThis.runScript = (code) => {
  const script = document.createElement('script')
  script.nonce = '${nonce}'
  script.textContent = code
  document.head.append(script)
}
addEventListener('message', function start({ data, ports, source }) {
  // Another frame could send a script of its own.
  if (source !== parent) return
  removeEventListener('message', start)
  ;[globalThis.panelPort, globalThis.chunksPort] = ports
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = data.policy
  document.head.append(policy)
  runScript(data.script)
})
</script>`
}
