import { Problem } from '../../core/problem.ts'
import { type Binding, COMMON_KEYS, type CommonEvent } from '../frame/key-table.ts'
import type { Machine } from '../frame/machine.ts'
import type { ScreenPlan } from '../frame/screen-plan.ts'
import type { Stage } from '../stage.ts'
import { afterSave, judgedFrom, type VerdictState, waitForVerdict } from './verdict-state.ts'
import { drawVerdict } from './verdict-view.ts'

type VerdictEvent = { readonly kind: 'edit' | 'again' }

const KEYS = [
  { keys: ['enter', 'q', 'escape'], help: 'leave', event: { kind: 'leave' } },
  { keys: ['o'], help: 'edit', event: { kind: 'edit' } },
  { keys: ['s'], help: 'submitAgain', event: { kind: 'again' } },
  ...COMMON_KEYS.slice(0, 2),
] as const satisfies readonly Binding<VerdictEvent | CommonEvent>[]

/** The attempt is recorded when the grading ends, so it cannot be left behind; ctrl-c ends the program. */
const GRADING_KEYS = COMMON_KEYS.slice(0, 2)

/** Whoever watches may leave at any time: what has not been recorded was practice. */
const WATCH_KEYS = KEYS.filter(({ help }) => help !== 'submitAgain')

export const VERDICT: ScreenPlan<VerdictState, VerdictEvent> = {
  keys: ({ kind, watch }) => (watch ? WATCH_KEYS : kind === 'grading' ? GRADING_KEYS : KEYS),
  draw: drawVerdict,
  start: (machine, stage) => {
    const { watch } = machine.get()
    return watch ? gradeSaves(machine, stage, watch) : grade(machine, stage)
  },
  hear: async ({ kind }, machine, stage) => {
    const { submission } = machine.get()
    if (kind === 'edit') await stage.edit({ path: submission.path, line: 1 })
    if (kind === 'again') await grade(machine, stage)
  },
}

async function grade(machine: Machine<VerdictState>, stage: Stage): Promise<void> {
  const { submission, seed } = machine.get()
  const order = { submission, seed, watch: undefined }
  machine.set(waitForVerdict(order))
  try {
    // Loaded only now: no other screen needs a grader.
    const { submitSolution } = await import('../../app/submit-solution.ts')
    const attempt = await submitSolution(stage.deps(), submission, {
      seed,
      onProgress: (progress) => machine.set({ ...order, kind: 'grading', progress, before: undefined }),
    })
    machine.set({ ...order, kind: 'graded', judged: judgedFrom(stage.deps(), attempt) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    machine.set({ ...order, kind: 'refused', problem: error })
  }
}

async function gradeSaves(machine: Machine<VerdictState>, stage: Stage, signal: AbortSignal): Promise<void> {
  const { watchSolution } = await import('../../app/watch-solution.ts')
  const { submission, seed } = machine.get()
  await watchSolution(stage.deps(), submission, {
    seed,
    signal,
    onChange: (watched) => machine.set(afterSave(stage.deps(), machine.get(), watched)),
  })
}
