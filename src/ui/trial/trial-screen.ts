import type { Deps } from '../../app/deps.ts'
import type { OwnRun } from '../../app/own-input/run-on-input.ts'
import type { Submission } from '../../app/workspace.ts'
import { Problem } from '../../core/problem.ts'
import { exerciseTitle } from '../exercise/exercise-title.ts'
import type { Around } from '../frame/around.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS, type CommonEvent } from '../frame/key-table.ts'
import type { Page } from '../frame/page.ts'
import type { SideEffect, Step } from '../frame/screen.ts'
import { type Line, line } from '../text/line.ts'
import { problemLines } from '../verdict/problem-lines.ts'
import { trialLines } from './trial-lines.ts'

/** Lets the learner edit an input of their own, and runs their file on it. */
export interface TrialOpening {
  readonly submission: Submission
}

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly trial: TrialOpening
  }
}

type TrialState = TrialOpening & { readonly shown: Shown }

type Shown =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ran'; readonly run: OwnRun }
  | { readonly kind: 'refused'; readonly problem: Problem }

type TrialEvent =
  | { readonly kind: 'edit' | 'edited' }
  | { readonly kind: 'provided'; readonly path: string }
  | { readonly kind: 'show'; readonly shown: Shown }

const KEYS: readonly Binding<TrialEvent | CommonEvent>[] = [
  { keys: ['i', 'enter'], help: { en: 'edit the input', zh: '编辑输入' }, event: { kind: 'edit' } },
  { keys: ['s'], help: { en: 'run again', zh: '重新运行' }, event: { kind: 'edited' } },
  ...COMMON_KEYS,
]

export const TRIAL = defineScreen<TrialOpening, TrialState, TrialEvent>({
  open: (_deps, { submission }) => ({ submission, shown: { kind: 'waiting' } }),
  keys: () => KEYS,
  draw: drawTrial,
  hear,
  begin: provide,
})

function hear(state: TrialState, event: TrialEvent): Step<TrialState, TrialEvent> {
  switch (event.kind) {
    case 'edit':
      return { state, effect: provide(state) }
    case 'provided':
      return { state, effect: { kind: 'edit', path: event.path, after: { kind: 'edited' } } }
    case 'edited':
      return { state: { ...state, shown: { kind: 'waiting' } }, effect: runIt(state) }
    case 'show':
      return { state: { ...state, shown: event.shown } }
  }
}

function provide({ submission }: TrialState): SideEffect<TrialEvent> {
  return {
    kind: 'work',
    work: async (deps, hear) => {
      const { provideInput } = await import('../../app/own-input/offer-input.ts')
      hear({ kind: 'provided', path: await provideInput(deps, submission) })
    },
  }
}

function runIt({ submission }: TrialState): SideEffect<TrialEvent> {
  return {
    kind: 'work',
    work: async (deps, hear) => hear({ kind: 'show', shown: await ran(deps, submission) }),
  }
}

async function ran(deps: Deps, submission: Submission): Promise<Shown> {
  try {
    const { inputPath } = await import('../../app/own-input/offer-input.ts')
    const { runOnInput } = await import('../../app/own-input/run-on-input.ts')
    return { kind: 'ran', run: await runOnInput(deps, submission, [inputPath(deps, submission)]) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { kind: 'refused', problem: error }
  }
}

function drawTrial({ submission, shown }: TrialState, around: Around): Page {
  const { exercise, language } = submission
  return {
    title: exerciseTitle(exercise, around),
    aside: line(language, 'hint'),
    body: bodyOf(shown, around),
    bodyKey: `trial ${shown.kind}`,
    pinned: [],
  }
}

function bodyOf(shown: Shown, around: Around): readonly Line[] {
  switch (shown.kind) {
    case 'waiting':
      return [line(around.say({ en: 'Running…', zh: '正在运行……' }), 'hint')]
    case 'ran':
      return trialLines(shown.run, around)
    case 'refused':
      return problemLines(shown.problem, around)
  }
}
