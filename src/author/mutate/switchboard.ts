import { compileFunction } from 'node:vm'

/** What a run of instrumented code did. */
export interface Traced<R> {
  readonly result: R
  /** How often it asked for a mutant. */
  readonly steps: number
  /** The mutants whose places it came to. */
  readonly reached: ReadonlySet<string>
}

export interface Switchboard {
  /**
   * A fresh instance of the module, what it does when it is loaded included, with a mutant switched on from
   * now on; with '' none.
   */
  readonly load: (mutant: string) => { readonly [name: string]: unknown }
  /** @throws whatever `work` throws; a RangeError at more than `most` steps */
  readonly trace: <R>(work: () => R, most: number) => Traced<R>
}

/**
 * What @stryker-mutator/instrumenter calls before each place that has mutants: is this one on, and have these
 * been come to.
 */
export const SWITCH = 'stryMutAct_9fa48'
export const ARRIVAL = 'stryCov_9fa48'

/**
 * The switches of instrumented code. A loop has mutants, so it asks for them at each turn: it is ended after
 * too many, also where the mutant that is on has taken its end away from elsewhere.
 */
export function openSwitchboard(code: string): Switchboard {
  const evaluate = compileFunction(code, ['module', 'exports', SWITCH, ARRIVAL])
  let on = ''
  let reached = new Set<string>()
  let steps = 0
  let limit = 0

  function isOn(mutant: string): boolean {
    if (++steps > limit) throw new RangeError('The mutant goes on for ever.')
    return mutant === on
  }
  function arrive(...mutants: readonly string[]): void {
    for (const mutant of mutants) reached.add(mutant)
  }

  return {
    load(mutant) {
      on = mutant
      const module = { exports: {} }
      evaluate(module, module.exports, isOn, mutant === '' ? arrive : ignore)
      return module.exports
    },
    trace(work, most) {
      reached = new Set()
      steps = 0
      limit = most
      const result = work()
      return { result, steps, reached }
    },
  }
}

function ignore(): void {}
