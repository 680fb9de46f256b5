import { type Solution, takeSolution } from '../../app/take-solution.ts'
import type { Submission } from '../../app/workspace.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS, type CommonEvent, go } from '../frame/key-table.ts'
import { drawSolution } from './solution-view.ts'

/** Where the solution is not free yet, to open it is to give up. */
export interface SolutionOpening {
  readonly submission: Submission
}

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly solution: SolutionOpening
  }
}

export const SOLUTION = defineScreen<SolutionOpening, Solution, never>({
  open: (deps, { submission }) => takeSolution(deps, submission),
  keys: keysFor,
  draw: drawSolution,
  hear: (state) => ({ state }),
})

function keysFor({ next }: Solution): readonly Binding<CommonEvent>[] {
  if (next === undefined) return COMMON_KEYS
  const options = { id: next.exercise.id, language: undefined }
  return [
    {
      keys: ['n'],
      help: { en: 'next exercise', zh: '下一个练习' },
      event: go({ kind: 'exercise', options }),
    },
    ...COMMON_KEYS,
  ]
}
