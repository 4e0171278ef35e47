/** Stands in for the weights of the second opinion in the extension's bundle, so that their 340 KB are read with the templates and not at its start. */
import type { packed as learned } from '../reading/opinion/weights.ts'

export type Weights = typeof learned

/** Empty until `provideWeights` is called. */
export const packed = {} as Weights

/** Fills in what was learned, before the first sentence is read. */
export function provideWeights(weights: Weights): void {
  Object.assign(packed, weights)
}
