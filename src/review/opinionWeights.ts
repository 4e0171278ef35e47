/**
 * Replaces the classifier's weights in the extension's bundle: they load with the templates, not at startup.
 */
import type { packed as learned } from '../reading/opinion/weights.ts'

export type Weights = typeof learned

/** Empty until `provideWeights` is called. */
export const packed = {} as Weights

/** Fills in the trained weights; must be called before the first sentence is read. */
export function provideWeights(weights: Weights): void {
  Object.assign(packed, weights)
}
