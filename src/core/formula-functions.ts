import type { Random } from './random.ts'

const ONE = { least: 1, most: 1 }
const TWO = { least: 2, most: 2 }
const SOME = { least: 1, most: 32 }
export const FUNCTIONS = new Map<string, Arity & { readonly apply: (...args: number[]) => number }>(
  Object.entries({
    floor: { ...ONE, apply: Math.floor },
    ceil: { ...ONE, apply: Math.ceil },
    round: { ...ONE, apply: Math.round },
    abs: { ...ONE, apply: Math.abs },
    sqrt: { ...ONE, apply: Math.sqrt },
    exp: { ...ONE, apply: Math.exp },
    log: { ...ONE, apply: Math.log },
    ln: { ...ONE, apply: Math.log },
    log2: { ...ONE, apply: Math.log2 },
    log10: { ...ONE, apply: Math.log10 },
    sin: { ...ONE, apply: Math.sin },
    cos: { ...ONE, apply: Math.cos },
    tan: { ...ONE, apply: Math.tan },
    tanh: { ...ONE, apply: Math.tanh },
    sign: { ...ONE, apply: Math.sign },
    pow: { ...TWO, apply: Math.pow },
    min: { ...SOME, apply: Math.min },
    max: { ...SOME, apply: Math.max },
  }),
)

/** These draw, so only `let` may use them. */
export const DRAWS = new Map<
  string,
  Arity & { readonly draw: (random: Random, ...args: number[]) => number }
>(
  Object.entries({
    int: { ...TWO, draw: (random: Random, low = 0, high = 0) => random.int(low, high) },
    pick: { ...SOME, draw: (random: Random, first = 0, ...rest: number[]) => random.pick([first, ...rest]) },
    uniform: {
      least: 2,
      most: 3,
      draw: (random: Random, low = 0, high = 0, decimals = 2) =>
        Number((low + random.real() * (high - low)).toFixed(Math.min(Math.max(Math.trunc(decimals), 0), 12))),
    },
  }),
)

export interface Arity {
  readonly least: number
  readonly most: number
}

export const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
])
