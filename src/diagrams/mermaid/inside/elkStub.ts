/** Stands where mermaid expects elkjs (1.6 MB): few diagrams ask for it, and each would pay for it. */
export default class {
  layout(): Promise<never> {
    return Promise.reject(
      new Error('The ELK layout is not available here; remove `layout: elk` to draw with the default layout'),
    )
  }
}
