import type { GradingProgress } from '../../app/submit-solution.ts'
import type { Text } from '../../core/locale.ts'
import { asideWithClock } from '../exercise/aside-with-clock.ts'
import { exerciseTitle } from '../exercise/exercise-title.ts'
import type { Around } from '../frame/around.ts'
import type { Leaving } from '../frame/leaving.ts'
import type { Page } from '../frame/page.ts'
import { BLANK, type Line, line, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { COLON, join } from '../words/punctuation.ts'
import { problemLines } from './problem-lines.ts'
import { progressText } from './progress-text.ts'
import { type GradedSubmission, verdictLines } from './verdict-lines.ts'
import { isUnderClock, type VerdictState } from './verdict-state.ts'
import { WAITING_FOR_SAVE, watchingText } from './watch-words.ts'

export function drawVerdict(state: VerdictState, around: Around): Page {
  const { exercise, language, path } = state.submission
  return {
    title: exerciseTitle(exercise, around),
    aside: asideWithClock(language, isUnderClock(state) ? state.task : undefined, around),
    body: bodyOf(state, around),
    bodyKey: `verdict ${state.kind}`,
    pinned: state.watch === undefined ? [] : paragraph(around, watchingText(path), 'hint'),
  }
}

/** The last verdict, also while another save is graded. */
export function lastVerdict(state: VerdictState, around: Around): Leaving | undefined {
  const { exercise, language } = state.submission
  const lines = verdictIn(state, around)
  if (lines.length === 0) return undefined
  return {
    about: `verdict ${exercise.id} ${language}`,
    lines: [exerciseTitle(exercise, around), BLANK, ...lines],
  }
}

function verdictIn(state: VerdictState, around: Around): readonly Line[] {
  const graded = state.kind === 'graded' ? state.graded : state.kind === 'grading' ? state.before : undefined
  return graded === undefined ? [] : verdictLines(graded, around)
}

function bodyOf(state: VerdictState, around: Around): readonly Line[] {
  switch (state.kind) {
    case 'waiting':
      return paragraph(around, WAITING_FOR_SAVE)
    case 'grading':
      return [
        ...progressLines(state.progress, whatCtrlCDoes(state), around),
        ...beforeLines(state.before, around),
      ]
    case 'graded':
      return verdictLines(state.graded, around)
    case 'refused':
      return problemLines(state.problem, around)
  }
}

/** The learner is reading it; it goes when there is another. */
function beforeLines(before: GradedSubmission | undefined, around: Around): readonly Line[] {
  if (before === undefined) return []
  const heading = around.say({ en: 'Before:', zh: '上一次：' })
  return [BLANK, line(heading, 'heading'), BLANK, ...verdictLines(before, around)]
}

function progressLines(
  progress: GradingProgress | undefined,
  hint: Text | undefined,
  around: Around,
): readonly Line[] {
  return [
    [run(around.say(join(GRADING, COLON)), 'heading'), run(around.say(progressText(progress)))],
    ...(progress?.kind === 'cases'
      ? [barLine(progress.done / Math.max(1, progress.total), Math.min(48, around.width))]
      : []),
    ...(hint ? [BLANK, ...paragraph(around, hint, 'hint')] : []),
  ]
}

function whatCtrlCDoes({ watch, atHub }: VerdictState): Text | undefined {
  if (watch !== undefined) return undefined
  return atHub === undefined ? STILL_GRADING : STAYS_THERE
}

const GRADING: Text = { en: 'Grading', zh: '正在判题' }
const STILL_GRADING: Text = {
  en: 'Grading goes on; ctrl-c stops it and records nothing.',
  zh: '仍在判题；ctrl-c 中止且不记录。',
}

const STAYS_THERE: Text = {
  en: 'Ctrl-c leaves it in the queue of the hub; the unchanged file, submitted again, fetches its verdict.',
  zh: 'ctrl-c 后提交仍在 hub 排队；再次提交未改动的文件即可取得判题结果。',
}

function barLine(share: number, width: number): Line {
  const filled = Math.round(share * width)
  return [run('█'.repeat(filled), 'good'), run('·'.repeat(width - filled), 'hint')]
}
