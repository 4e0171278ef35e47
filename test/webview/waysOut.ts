/**
 * Ways by which code in a page can reach other machines. Each is a script that uses `url`, an address that counts
 * connections, `stun`, an address that counts packets, and `nonce`, the nonce of the panel's own scripts.
 */
const add = (tag: string, attributes: string) =>
  `document.head.append(Object.assign(document.createElement('${tag}'), { ${attributes} }))`
const markup = (text: string) => `document.body.insertAdjacentHTML('beforeend', ${text})`
const call = (peer: string) =>
  `{ const peer = new ${peer}({ iceServers: [{ urls: stun }] }); peer.createDataChannel('x'); peer.setLocalDescription() }`

/** Scripts. */
const scripts = {
  'import()': 'import(url).catch(() => {})',
  'an import in a module': add('script', "type: 'module', nonce, textContent: `import '${url}'`"),
  'a script with the nonce': add('script', 'nonce, src: url'),
  'a script with a hash that the policy knows': `const own = document.currentScript ?? {}; crypto.subtle
    .digest('SHA-256', new TextEncoder().encode(own.textContent))
    .then((hash) => btoa(String.fromCharCode(...new Uint8Array(hash))))
    .then((hash) => ${add('script', "nonce, crossOrigin: 'anonymous', integrity: 'sha256-' + hash, src: url")})`,
  'a module ahead': add('link', "rel: 'modulepreload', nonce, href: url"),
  'a worker from a blob': "new Worker(URL.createObjectURL(new Blob([`fetch('${url}')`])))",
  'a worker from its address': "new Worker(`data:text/javascript,fetch('${url}')`)",
  'a worklet': 'CSS.paintWorklet.addModule(url).catch(() => {})',
  'a worklet for sound': 'new AudioContext().audioWorklet.addModule(url).catch(() => {})',
  'rules of speculation': add(
    'script',
    "type: 'speculationrules', nonce, textContent: JSON.stringify({ prefetch: [{ urls: [url], eagerness: 'immediate' }] })",
  ),
}

/** Requests that need no element. */
const requests = {
  fetch: 'fetch(url).catch(() => {})',
  'fetch later': 'fetchLater(url, { activateAfter: 0 })',
  XMLHttpRequest: "const request = new XMLHttpRequest(); request.open('GET', url); request.send()",
  EventSource: 'new EventSource(url)',
  WebSocket: "new WebSocket(url.replace('http', 'ws'))",
  'a beacon': 'navigator.sendBeacon(url)',
  'a way to pay':
    "new PaymentRequest([{ supportedMethods: url.replace('http:', 'https:') }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).canMakePayment()",
  'a way to sign in':
    "navigator.credentials.get({ identity: { providers: [{ configURL: url, clientId: '1' }] } }).catch(() => {})",
}

/** Elements and styles of a page. */
const parts = {
  'a style sheet with the nonce': add('link', "rel: 'stylesheet', nonce, href: url"),
  'an import in styles': add('style', 'nonce, textContent: `@import url(${url})`'),
  'a picture in styles': add('style', 'nonce, textContent: `body { background: url(${url}) }`'),
  'a picture in an attribute': 'document.body.style.background = `url(${url})`',
  'a font': "new FontFace('x', `url(${url})`).load().catch(() => {})",
  'a picture': 'new Image().src = url',
  'a picture in an SVG': markup('`<svg><image href="${url}" width="9" height="9"/></svg>`'),
  'a video': markup('`<video src="${url}" preload="auto"></video>`'),
  'a poster': markup('`<video poster="${url}"></video>`'),
  sound: 'new Audio(url).play().catch(() => {})',
  'an object': markup('`<object data="${url}"></object>`'),
  'something embedded': markup('`<embed src="${url}">`'),
  'a button that is a picture': markup('`<input type="image" src="${url}">`'),
  'another base': `${add('base', 'href: url')}; new Image().src = 'x.png'`,
  'a prefetch': add('link', "rel: 'prefetch', href: url"),
  'a preload': add('link', "rel: 'preload', as: 'image', href: url"),
  'a form': "const form = document.createElement('form'); form.action = url; document.body.append(form); form.submit()",
  'a ping': `const link = document.createElement('a'); link.href = '#x'; link.ping = url; document.body.append(link); link.click()`,
  'another window': 'window.open(url)',
  'a link to another window': `${add('a', "href: url, target: '_blank', id: 'way'")}; document.getElementById('way').click()`,
  'a link to the whole window': `${add('a', "href: url, target: '_top', id: 'way'")}; document.getElementById('way').click()`,
}

/** WebRTC, which content security policies do not cover. */
const calls = {
  WebRTC: call('RTCPeerConnection'),
  'WebRTC by its old name': call('webkitRTCPeerConnection'),
  'WebRTC of an empty frame': `document.body.append(document.createElement('iframe')); ${call('frames[0].RTCPeerConnection')}`,
  'WebRTC of a frame with a page': `const frame = document.createElement('iframe'); frame.srcdoc = 'x'; frame.onload = () => ${call('frame.contentWindow.RTCPeerConnection')}; document.body.append(frame)`,
  'WebRTC in a frame with a script': `const frame = document.createElement('iframe'); frame.srcdoc = \`<script nonce="\${nonce}">const stun = '\${stun}'; ${call('RTCPeerConnection')}</script>\`; document.body.append(frame)`,
  'WebRTC in a frame with the very same script': `const own = document.currentScript?.textContent ?? \`const stun = '\${stun}'; ${call('RTCPeerConnection')}\`
    if (self === parent || parent === top) {
      const frame = document.createElement('iframe')
      const script = Object.assign(document.createElement('script'), { textContent: own })
      script.setAttribute('nonce', nonce)
      frame.srcdoc = script.outerHTML
      document.body.append(frame)
    } else ${call('RTCPeerConnection')}`,
}

/** Frames, whose pages have their own policy in addition to the inherited one. */
const frames = {
  'a picture in a frame': markup('`<iframe srcdoc="<img src=${url}>"></iframe>`'),
  'an import in a frame': `const frame = document.createElement('iframe'); frame.srcdoc = \`<script nonce="\${nonce}">import('\${url}')</script>\`; document.body.append(frame)`,
  'a frame from data':
    "const frame = document.createElement('iframe'); frame.src = `data:text/html,<img src=${url}>`; document.body.append(frame)",
  'a frame from a blob':
    "const frame = document.createElement('iframe'); frame.src = URL.createObjectURL(new Blob([`<img src=${url}>`], { type: 'text/html' })); document.body.append(frame)",
  'another page of the parent': 'parent.location = url',
  'a page from a blob': "location = URL.createObjectURL(new Blob([`<img src=${url}>`], { type: 'text/html' }))",
}

/**
 * For these, a browser may resolve the host and connect to it before it checks the policy, and no policy can prevent
 * that. But no data may be sent.
 */
export const connecting: Readonly<Record<string, string>> = {
  'a connection ahead': add('link', "rel: 'preconnect', href: url"),
  'a frame': markup('`<iframe src="${url}"></iframe>`'),
  'a frame of a set': 'document.body.outerHTML = `<frameset><frame src="${url}"></frameset>`',
  'a frame that is sent there':
    "const frame = document.createElement('iframe'); document.body.append(frame); frame.contentWindow.location = url",
  'another page': 'location = url',
  'another page by the navigation': 'navigation.navigate(url)',
  'a refresh': add('meta', "httpEquiv: 'refresh', content: `0;url=${url}`"),
  'a link': `${add('a', "href: url, id: 'way'")}; document.getElementById('way').click()`,
  'a download': `${add('a', "href: url, download: 'x', id: 'way'")}; document.getElementById('way').click()`,
}

export const waysOut: Readonly<Record<string, string>> = {
  ...scripts,
  ...requests,
  ...parts,
  ...calls,
  ...frames,
}
