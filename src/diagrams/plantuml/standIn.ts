/** An element that stores nothing but its text and children. */
interface Stub {
  readonly children: Stub[]
  textContent: string
  [member: string]: unknown
}

/**
 * Provides a thread without a DOM with the few DOM functions that PlantUML needs. Its drawing has the right text in the
 * wrong places, which is enough to find mistakes, since PlantUML reports them as pictures.
 */
export function standInForDom(): void {
  if ('document' in globalThis) return
  const document: Record<string, unknown> = {}
  const create = (): Stub => {
    const stub: Stub = {
      children: [],
      textContent: '',
      style: {},
      ownerDocument: document,
      setAttribute() {},
      setAttributeNS() {},
      getAttribute: () => null,
      appendChild(child: Stub) {
        stub.children.push(child)
        return child
      },
      removeChild(child: Stub) {
        stub.children.splice(stub.children.indexOf(child), 1)
        return child
      },
      getBBox: () => ({ x: 0, y: 0, width: 8, height: 14 }),
      getContext: () => ({
        measureText: ({ length }: string) => ({
          width: length * 8,
          actualBoundingBoxAscent: 10,
          actualBoundingBoxDescent: 4,
        }),
      }),
    }
    return stub
  }
  Object.assign(document, {
    body: create(),
    createElement: create,
    createElementNS: create,
    createTextNode: create,
    createComment: create,
    createCDATASection: create,
    createProcessingInstruction: create,
    importNode: (node: Stub) => node,
    getElementById: () => null,
  })
  const textsOf = ({ children, textContent }: Stub): string =>
    (textContent && `<text>${textContent.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`) +
    children.map(textsOf).join('')
  Object.assign(globalThis, {
    window: globalThis,
    document,
    // Suppresses PlantUML's note that Graphviz is not available.
    __plantumlSmetanaFallbackNoted: true,
    XMLSerializer: class {
      serializeToString = textsOf
    },
    DOMParser: class {
      parseFromString = () => ({ documentElement: create() })
    },
  })
}
