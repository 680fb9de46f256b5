import type { Picture } from '../frame/picture.ts'
import type { Around } from '../frame/screen-plan.ts'
import { BLANK, type Line, line, run } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import { progressText } from './progress-text.ts'
import { type Judged, verdictLines } from './verdict-lines.ts'
import type { Progress, VerdictState } from './verdict-state.ts'

export function drawVerdict(state: VerdictState, around: Around): Picture {
  const { submission } = state
  return {
    title: [
      run(submission.exercise.title[around.locale], 'title'),
      run(`  ${submission.exercise.id}`, 'hint'),
    ],
    aside: line(submission.language, 'hint'),
    body: bodyOf(state, around),
    bodyKey: `verdict ${state.kind}`,
    pinned:
      state.watch === undefined
        ? []
        : wrap([run(around.messages.verdict.watching(submission.path), 'hint')], around.width),
  }
}

function bodyOf(state: VerdictState, around: Around): readonly Line[] {
  switch (state.kind) {
    case 'waiting':
      return wrap([run(around.messages.verdict.waitingForSave)], around.width)
    case 'grading':
      return [
        ...progressLines(state.progress, state.watch === undefined, around),
        ...beforeLines(state.before, around),
      ]
    case 'graded':
      return verdictLines(state.judged, around)
    case 'refused':
      return [
        ...wrap([run(state.problem.texts.message[around.locale], 'bad')], around.width),
        ...wrap([run(state.problem.texts.remedy[around.locale])], around.width),
      ]
  }
}

/** The learner is reading it; it goes when there is another. */
function beforeLines(before: Judged | undefined, around: Around): readonly Line[] {
  if (before === undefined) return []
  return [BLANK, line(around.messages.verdict.lastVerdict, 'heading'), BLANK, ...verdictLines(before, around)]
}

function progressLines(
  progress: Progress | undefined,
  isAttempt: boolean,
  { messages, width }: Around,
): readonly Line[] {
  const { verdict } = messages
  return [
    [run(verdict.grading + messages.punctuation.colon, 'heading'), run(progressText(progress, messages))],
    ...(progress?.kind === 'cases'
      ? [barLine(progress.done / Math.max(1, progress.total), Math.min(48, width))]
      : []),
    ...(isAttempt ? [BLANK, ...wrap([run(verdict.stillGrading, 'hint')], width)] : []),
  ]
}

function barLine(share: number, width: number): Line {
  const filled = Math.round(share * width)
  return [run('█'.repeat(filled), 'good'), run('·'.repeat(width - filled), 'hint')]
}
