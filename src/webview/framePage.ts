/**
 * Takes away what talks to others: WebRTC, which no policy forbids, and for good measure what the frame's policy refuses.
 * Nothing in the frame has these from elsewhere: a sandbox keeps frames that are made inside of it out of reach.
 */
export const lockdown = `{
  const talkative = /^(?:(?:webkit|moz)?RTC|fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|Worker|SharedWorker|PaymentRequest|open$)/
  for (const name of Object.getOwnPropertyNames(globalThis)) if (talkative.test(name)) Reflect.deleteProperty(globalThis, name)
  for (const name of ['sendBeacon', 'serviceWorker']) Reflect.deleteProperty(Navigator.prototype, name)
}`

/**
 * The frame inherits the panel's policy, which knows scripts and style elements by nonce alone; engines know nothing
 * of nonces, so their style elements get it as they are made. But whoever has the nonce could also import with it from
 * elsewhere, so the frame's own policy wants everything inline, and the one that comes with an engine knows its script by
 * hash (`engineScript`).
 *
 * One frame draws diagram after diagram, so what all objects share takes nothing new: mermaid would leave a `rank` there
 * for a node called `__proto__`, and draw nothing any more.
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
