/**
 * The frame inherits the panel's policy, which knows scripts and style elements by nonce alone; engines know nothing
 * of nonces, so their style elements get it as they are made. One frame draws diagram after diagram, so what all objects
 * share takes nothing new: mermaid would leave a `rank` there for a node called `__proto__`, and draw nothing any more.
 */
export function framePage(nonce: string, isCompiled: boolean): string {
  const compilation = isCompiled ? " 'wasm-unsafe-eval'" : ''
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'${compilation}; style-src-elem 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src data:`
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<body><script nonce="${nonce}">
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
addEventListener('message', ({ data, ports }) => {
  ;[globalThis.panelPort, globalThis.piecesPort] = ports
  runScript(data)
}, { once: true })
</script>`
}
