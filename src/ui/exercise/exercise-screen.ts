import type { Deps } from '../../app/deps.ts'
import type { OpenOptions } from '../../app/open-exercise.ts'
import { checkForSolution } from '../../app/take-solution.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS, type CommonEvent, go } from '../frame/key-table.ts'
import type { Step } from '../frame/screen.ts'
import { drawExercise } from './exercise-view.ts'
import { type HandedOut, handOut, inNextLanguage, NO_MORE_HINTS, reopen, withNextHint } from './handed-out.ts'
import { reviewMissing } from './review-missing.ts'

export interface ExerciseOpening {
  readonly options: OpenOptions
}

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly exercise: ExerciseOpening
  }
}

type HandedOutEvent = {
  readonly kind: 'edit' | 'edited' | 'hint' | 'give-up' | 'cancel' | 'programming'
}

function keysToConfirm({ open }: HandedOut): readonly Binding<HandedOutEvent | CommonEvent>[] {
  return [
    { keys: ['y'], help: { en: 'yes, show the solution', zh: '是，看答案' }, event: toSolution(open) },
    { keys: ['n', 'escape', 'q'], help: { en: 'no', zh: '否' }, event: { kind: 'cancel' } },
  ]
}

function toSolution(open: HandedOut['open']): CommonEvent {
  return go({ kind: 'solution', submission: open })
}

export const EXERCISE = defineScreen<ExerciseOpening, HandedOut, HandedOutEvent>({
  open: (deps, { options }) => handOut(deps, options),
  keys: (state) => (state.isGivingUp ? keysToConfirm(state) : keysFor(state)),
  draw: drawExercise,
  hear,
})

function keysFor({ open, isFree }: HandedOut): readonly Binding<HandedOutEvent | CommonEvent>[] {
  return [
    { keys: ['o', 'enter'], help: { en: 'edit the file', zh: '编辑文件' }, event: { kind: 'edit' } },
    { keys: ['s'], help: { en: 'submit', zh: '提交' }, event: go({ kind: 'verdict', submission: open }) },
    ...reviewMissing(open),
    { keys: ['h'], help: { en: 'next hint', zh: '下一条提示' }, event: { kind: 'hint' } },
    isFree
      ? { keys: ['g'], help: { en: 'solution', zh: '参考答案' }, event: toSolution(open) }
      : { keys: ['g'], help: { en: 'give up', zh: '放弃' }, event: { kind: 'give-up' } },
    {
      keys: ['v'],
      help: { en: 'programming language', zh: '编程语言' },
      event: { kind: 'programming' },
    },
    ...COMMON_KEYS,
  ]
}

function hear(state: HandedOut, { kind }: HandedOutEvent, deps: Deps): Step<HandedOut, HandedOutEvent> {
  switch (kind) {
    case 'edit': {
      const place = { path: state.open.path, line: 1 }
      return { state, effect: { kind: 'edit', place, after: { kind: 'edited' } } }
    }
    case 'edited':
      return { state: reopen(deps, state) }
    case 'hint':
      return takeHint(deps, state)
    case 'give-up':
      checkForSolution(deps, state.open.exercise, state.open.language)
      return { state: { ...state, isGivingUp: true } }
    case 'cancel':
      return { state: { ...state, isGivingUp: false } }
    case 'programming':
      return { state: inNextLanguage(deps, state) }
  }
}

function takeHint(deps: Deps, state: HandedOut): Step<HandedOut, never> {
  const next = withNextHint(deps, state)
  return next ? { state: next } : { state, notice: { tone: 'hint', text: NO_MORE_HINTS } }
}
