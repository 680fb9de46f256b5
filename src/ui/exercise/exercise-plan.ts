import { type Binding, COMMON_KEYS, type CommonEvent } from '../frame/key-table.ts'
import type { Machine } from '../frame/machine.ts'
import type { ScreenPlan } from '../frame/screen-plan.ts'
import { noticeFrom } from '../messages/notices.ts'
import type { Stage } from '../stage.ts'
import {
  askToGiveUp,
  type ExerciseState,
  inNextLanguage,
  reopen,
  withNextHint,
  withSolution,
} from './exercise-state.ts'
import { drawExercise } from './exercise-view.ts'

type ExerciseEvent = {
  readonly kind: 'edit' | 'submit' | 'hint' | 'give-up' | 'confirm' | 'cancel' | 'programming'
}

const KEYS = [
  { keys: ['o', 'enter'], help: 'edit', event: { kind: 'edit' } },
  { keys: ['s'], help: 'submit', event: { kind: 'submit' } },
  { keys: ['h'], help: 'hint', event: { kind: 'hint' } },
  { keys: ['g'], help: 'giveUp', event: { kind: 'give-up' } },
  { keys: ['v'], help: 'programming', event: { kind: 'programming' } },
  ...COMMON_KEYS,
] as const satisfies readonly Binding<ExerciseEvent | CommonEvent>[]

const CONFIRM_KEYS = [
  { keys: ['y'], help: 'confirm', event: { kind: 'confirm' } },
  { keys: ['n', 'escape', 'q'], help: 'cancel', event: { kind: 'cancel' } },
] as const satisfies readonly Binding<ExerciseEvent>[]

export const EXERCISE: ScreenPlan<ExerciseState, ExerciseEvent> = {
  keys: ({ isGivingUp }) => (isGivingUp ? CONFIRM_KEYS : KEYS),
  draw: drawExercise,
  hear: ({ kind }, machine, stage) => {
    const deps = stage.deps()
    const state = machine.get()
    switch (kind) {
      case 'edit':
        return editFile(machine, stage)
      case 'submit':
        return stage.go({ kind: 'verdict', submission: state.open })
      case 'hint': {
        const next = withNextHint(deps, state)
        return next ? machine.set(next) : stage.say(noticeFrom('hint', 'noMoreHints'))
      }
      case 'give-up':
        return machine.set(askToGiveUp(state, true))
      case 'cancel':
        return machine.set(askToGiveUp(state, false))
      case 'confirm':
        // The question is answered, also where there is no solution to show.
        machine.set(askToGiveUp(state, false))
        return machine.set(withSolution(deps, machine.get()))
      case 'programming':
        return machine.set(inNextLanguage(deps, state))
    }
  },
}

async function editFile(machine: Machine<ExerciseState>, stage: Stage): Promise<void> {
  await stage.edit({ path: machine.get().open.path, line: 1 })
  machine.set(reopen(stage.deps(), machine.get()))
}
