/** The whole numbers from 0 to count - 1. */
export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at)
}

/** Each value with each other one, in both orders and with itself. */
export function pairs<A, B>(left: readonly A[], right: readonly B[]): readonly (readonly [A, B])[] {
  return left.flatMap((a) => right.map((b) => [a, b] as const))
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

/** Of a whole population. */
export function variance(values: readonly number[]): number {
  const middle = mean(values)
  return mean(values.map((value) => (value - middle) ** 2))
}

export function softmax(logits: readonly number[]): readonly number[] {
  const terms = logits.map(Math.exp)
  const total = sum(terms)
  return terms.map((term) => term / total)
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** The normal density. */
export function normal(x: number, sigma: number): number {
  return Math.exp(-((x / sigma) ** 2) / 2) / (sigma * Math.sqrt(2 * Math.PI))
}

/** By a central difference. */
export function derivative(f: (x: number) => number, x: number, step = 1e-5): number {
  return (f(x + step) - f(x - step)) / (2 * step)
}

/** Where `f` changes its sign between `low` and `high`. */
export function root(f: (x: number) => number, low: number, high: number): number {
  const isNegativeBelow = f(low) < 0
  let [from, to] = [low, high]
  for (let halvings = 0; halvings < 100; halvings++) {
    const middle = (from + to) / 2
    if (f(middle) < 0 === isNegativeBelow) from = middle
    else to = middle
  }
  return (from + to) / 2
}

/** Where a convex `f` is smallest between `low` and `high`, to about 1e-7. */
export function minimiser(f: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high]
  for (let thirds = 0; thirds < 200; thirds++) {
    const third = (to - from) / 3
    if (f(from + third) < f(to - third)) to -= third
    else from += third
  }
  return (from + to) / 2
}

/** By the midpoint rule. */
export function integral(f: (x: number) => number, from: number, to: number, parts = 10_000): number {
  const width = (to - from) / parts
  return width * sum(range(parts).map((at) => f(from + (at + 0.5) * width)))
}
