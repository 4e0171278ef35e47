/** Fits the weights of a logistic regression by L-BFGS, with the same result each time. */

/** A sparse matrix, in compressed rows. */
export interface Matrix {
  readonly columns: number
  /** Where the values of each row begin; one entry more than there are rows. */
  readonly starts: Int32Array
  readonly indexes: Int32Array
  readonly values: Float32Array
}

export interface Labels {
  /** 1 or −1 for each row. */
  readonly signs: Float64Array
  /** The weight of each row in the loss; a row with 0 is skipped. */
  readonly counts: Float64Array
}

const steps = 120
/** How many previous steps the approximation of the curvature uses. */
const memory = 8

/** The weights of all columns, followed by the intercept. @param decay the strength of the penalty on large weights */
export function fit(matrix: Matrix, labels: Labels, decay: number): Float64Array {
  const size = matrix.columns + 1
  let weights: Float64Array = new Float64Array(size)
  let { loss, slope } = evaluate(matrix, labels, decay, weights)
  const history: { step: Float64Array; change: Float64Array; scale: number }[] = []
  for (let i = 0; i < steps; i++) {
    const direction = directionOf(slope, history)
    const descent = dot(slope, direction)
    let length = history.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1
    let next = moved(weights, direction, length)
    let found = evaluate(matrix, labels, decay, next)
    while (found.loss > loss + 1e-4 * length * descent && length > 1e-10) {
      length /= 2
      next = moved(weights, direction, length)
      found = evaluate(matrix, labels, decay, next)
    }
    const step = moved(next, weights, -1)
    const change = moved(found.slope, slope, -1)
    const curve = dot(step, change)
    if (curve > 1e-12) history.push({ step, change, scale: 1 / curve })
    if (history.length > memory) history.shift()
    const gain = loss - found.loss
    weights = next
    ;({ loss, slope } = found)
    if (gain < 1e-6 * Math.max(1, Math.abs(loss))) break
  }
  return weights
}

/** The score of each row. */
export function predict({ starts, indexes, values, columns }: Matrix, weights: Float64Array): Float64Array {
  const scores = new Float64Array(starts.length - 1)
  for (let row = 0; row < scores.length; row++) {
    let sum = weights[columns] ?? 0
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
      sum += (values[at] ?? 0) * (weights[indexes[at] ?? 0] ?? 0)
    scores[row] = sum
  }
  return scores
}

function evaluate(matrix: Matrix, { signs, counts }: Labels, decay: number, weights: Float64Array) {
  const { columns, starts, indexes, values } = matrix
  const slope = new Float64Array(columns + 1)
  const scores = predict(matrix, weights)
  let loss = 0
  for (let row = 0; row < scores.length; row++) {
    const count = counts[row] ?? 0
    if (count === 0) continue
    const sign = signs[row] ?? 0
    const margin = sign * (scores[row] ?? 0)
    loss += count * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin)
    const pull = (-count * sign) / (1 + Math.exp(margin))
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const column = indexes[at] ?? 0
      slope[column] = (slope[column] ?? 0) + pull * (values[at] ?? 0)
    }
    slope[columns] = (slope[columns] ?? 0) + pull
  }
  for (let column = 0; column < columns; column++) {
    const weight = weights[column] ?? 0
    loss += 0.5 * decay * weight * weight
    slope[column] = (slope[column] ?? 0) + decay * weight
  }
  return { loss, slope }
}

function directionOf(
  slope: Float64Array,
  history: readonly { readonly step: Float64Array; readonly change: Float64Array; readonly scale: number }[],
): Float64Array {
  let direction: Float64Array = slope.map((value) => -value)
  const shares: number[] = []
  for (const { step, change, scale } of history.toReversed()) {
    const share = scale * dot(step, direction)
    shares.push(share)
    direction = moved(direction, change, -share)
  }
  const last = history.at(-1)
  if (last) {
    const curve = 1 / (last.scale * dot(last.change, last.change))
    direction = direction.map((value) => value * curve)
  }
  for (const { step, change, scale } of history)
    direction = moved(direction, step, (shares.pop() ?? 0) - scale * dot(change, direction))
  return direction
}

const moved = (from: Float64Array, direction: Float64Array, length: number): Float64Array =>
  from.map((value, at) => value + length * (direction[at] ?? 0))

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
