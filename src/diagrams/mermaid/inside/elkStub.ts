/** Replaces elkjs (1.6 MB) in mermaid: few diagrams use it, but all would have to load it. */
export default class {
  layout(): Promise<never> {
    return Promise.reject(
      new Error('The ELK layout is not available here; remove `layout: elk` to draw with the default layout'),
    )
  }
}
