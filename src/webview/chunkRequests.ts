/**
 * Sends a frame the chunks of its engine that it requests, each at most once.
 *
 * @param address of the engine's file, such as `…/mermaid-frame.js`; its chunks are in `…/mermaid/`
 * @param onDelivered called before chunks are sent
 * @param read returns the text at an address, or rejects
 */
export function answerChunkRequests(port: MessagePort, address: string, onDelivered: () => void, read = textAt): void {
  const folder = address.replace(/-frame\.js$/, '')
  const handedOut = new Set<unknown>()
  port.onmessage = async ({ data: names, ports: [reply] }: MessageEvent<unknown>) => {
    // The frame is not trusted: it only gets files from the engine's folder.
    const isFair = (name: unknown, index: number, all: readonly unknown[]) =>
      typeof name === 'string' && /^[\w-]+$/.test(name) && !handedOut.has(name) && all.indexOf(name) === index
    if (!Array.isArray(names) || !names.every(isFair) || !reply) return
    for (const name of names) handedOut.add(name)
    // If a chunk is missing, the engine reports it.
    const codes = await Promise.all(names.map((name) => read(`${folder}/${name}.js`))).catch(() => [])
    onDelivered()
    reply.postMessage(codes)
  }
}

/** Rejects if there is no such file. */
export async function textAt(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`There is no ${address}`)
  return response.text()
}
