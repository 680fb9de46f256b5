import type { Deps } from '../../app/deps.ts'
import type { OpenOptions } from '../../app/open-exercise.ts'
import { checkForSolution } from '../../app/take-solution.ts'
import type { Problem } from '../../core/problem.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS, type CommonEvent, go } from '../frame/key-table.ts'
import type { SideEffect, Step } from '../frame/screen.ts'
import { drawExercise } from './exercise-view.ts'
import { type HandedOut, handOut, inNextLanguage, reopen, withNextHint } from './handed-out.ts'
import { reviewMissing } from './review-missing.ts'
import { solutionKey, trialKey } from './submission-keys.ts'

export interface ExerciseOpening {
  readonly options: OpenOptions
  /** When the interview began of which it is a part. */
  readonly interview?: string
}

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly exercise: ExerciseOpening
  }
}

type HandedOutEvent =
  | { readonly kind: 'edit' | 'edited' | 'hint' | 'give-up' | 'cancel' | 'programming' }
  /** This machine cannot run it. */
  | { readonly kind: 'lack'; readonly problem: Problem }

function keysToConfirm({ open }: HandedOut): readonly Binding<HandedOutEvent | CommonEvent>[] {
  return [
    { keys: ['y'], help: { en: 'yes, show the solution', zh: '是，看答案' }, event: solutionKey(open).event },
    { keys: ['n', 'escape', 'q'], help: { en: 'no', zh: '否' }, event: { kind: 'cancel' } },
  ]
}

export const EXERCISE = defineScreen<ExerciseOpening, HandedOut, HandedOutEvent>({
  open: (deps, { options, interview }) => handOut(deps, options, interview),
  keys: (state) => (state.isGivingUp ? keysToConfirm(state) : keysFor(state)),
  draw: drawExercise,
  hear,
  begin: lookForTool,
  hasClock: ({ task }) => task !== undefined,
  // Solved, today's is another one, and the language of the settings need not be this one.
  goesOn: ({ open: { exercise, language } }, deps) => handOut(deps, { id: exercise.id, language }),
})

/** Said before the learner has written anything. */
function lookForTool({ open }: HandedOut): SideEffect<HandedOutEvent> {
  return {
    kind: 'work',
    work: async (deps, hear) => {
      const { lackFor } = await import('../../app/tool-places.ts')
      const problem = await lackFor(deps, open.exercise, open.language)
      if (problem) hear({ kind: 'lack', problem })
    },
  }
}

const HINT_KEY: Binding<HandedOutEvent> = {
  keys: ['h'],
  help: { en: 'next hint', zh: '下一条提示' },
  event: { kind: 'hint' },
}

function keysFor({ open, isFree }: HandedOut): readonly Binding<HandedOutEvent | CommonEvent>[] {
  return [
    { keys: ['o', 'enter'], help: { en: 'edit the file', zh: '编辑文件' }, event: { kind: 'edit' } },
    { keys: ['s'], help: { en: 'submit', zh: '提交' }, event: go({ kind: 'verdict', submission: open }) },
    ...reviewMissing(open),
    trialKey(open),
    ...(open.hints.length < open.exercise.hints.length ? [HINT_KEY] : []),
    isFree
      ? solutionKey(open)
      : { keys: ['g'], help: { en: 'give up', zh: '放弃' }, event: { kind: 'give-up' } },
    {
      keys: ['v'],
      help: { en: 'programming language', zh: '编程语言' },
      event: { kind: 'programming' },
    },
    ...COMMON_KEYS,
  ]
}

function hear(state: HandedOut, event: HandedOutEvent, deps: Deps): Step<HandedOut, HandedOutEvent> {
  switch (event.kind) {
    case 'edit':
      return { state, effect: { kind: 'edit', path: state.open.path, after: { kind: 'edited' } } }
    case 'edited':
      return { state: reopen(deps, state) }
    case 'hint':
      return { state: withNextHint(deps, state) }
    case 'give-up':
      checkForSolution(deps, state.open.exercise, state.open.language)
      return { state: { ...state, isGivingUp: true } }
    case 'cancel':
      return { state: { ...state, isGivingUp: false } }
    case 'programming': {
      const next = inNextLanguage(deps, state)
      return { state: next, effect: lookForTool(next) }
    }
    case 'lack':
      return { state, notice: { tone: 'bad', text: event.problem.line } }
  }
}
