import type { Attempt, Grading } from '../../app/submit-solution.ts'
import type { Card } from '../../core/card.ts'
import { isPractice } from '../../core/exercise-state.ts'
import { count, type Text } from '../../core/locale.ts'
import type { CaseCount, Verdict } from '../../core/verdict.ts'
import type { Around } from '../frame/around.ts'
import { apart, type Line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { wrap } from '../text/wrap.ts'
import type { Tone } from '../theme/theme.ts'
import { COLON, join } from '../words/punctuation.ts'
import { VERDICT_NAMES } from '../words/verdict-names.ts'
import { diagnosisLines, lessonLines } from './diagnosis-lines.ts'
import { effectText } from './effect-text.ts'
import { failureLines } from './failure-lines.ts'
import { performanceLines } from './performance-view.ts'
import { printedLines } from './printed-lines.ts'
import { reasonLines, saysWhy } from './verdict-reason.ts'

/** A grading, the cards that teach what its diagnosis says, and what it did to the schedule where it was recorded. */
export interface GradedSubmission {
  readonly grading: Grading
  readonly cards: readonly Card[]
  readonly recorded: Recorded
}

export type Recorded =
  | ({ readonly kind: 'attempt' } & Pick<Attempt, 'effect' | 'memory'>)
  /** A save that was graded and is no attempt. */
  | { readonly kind: 'practice' }
  | { readonly kind: 'no' }

/** From the verdict down to what the submission printed. */
export function verdictLines(
  { grading, cards, recorded }: GradedSubmission,
  around: Around,
): readonly Line[] {
  const { verdict, remark, stdout, stderr, printedIn } = grading
  const failure = 'failure' in verdict ? verdict.failure : undefined
  const performance = 'performance' in verdict ? verdict.performance : undefined
  const diagnosis = verdict.kind === 'wrong-answer' ? verdict.diagnosis : undefined
  const lesson = 'lesson' in verdict ? verdict.lesson : undefined
  const isAttempt = recorded.kind === 'attempt' && !isPractice(recorded.effect)
  return apart([
    headLines(verdict, grading.elapsedMs, around),
    reasonLines(verdict, around),
    remark === undefined ? [] : markdownLines(around.say(remark), around.width),
    diagnosis === undefined ? [] : diagnosisLines(diagnosis, cards, isAttempt, around),
    failure === undefined ? [] : failureLines(failure, saysWhy(verdict), around),
    performance === undefined ? [] : performanceLines(performance, around),
    lesson === undefined ? [] : lessonLines(lesson, cards, isAttempt, around),
    scheduleLines(recorded, around),
    printedLines(PRINTED[printedIn], stdout, around),
    printedLines(ON_STDERR[printedIn], stderr, around),
  ])
}

const PRINTED: { readonly [P in Grading['printedIn']]: Text } = {
  case: { en: 'Your program printed in this case', zh: '你的程序在这个用例中的输出' },
  all: { en: 'Your program printed, over all cases', zh: '你的程序在全部用例中的输出' },
}
const ON_STDERR: typeof PRINTED = {
  case: { en: 'It wrote to stderr in this case', zh: '这个用例中的标准错误输出' },
  all: { en: 'It wrote to stderr, over all cases', zh: '全部用例中的标准错误输出' },
}

function headLines(verdict: Verdict, elapsedMs: number, { say, width }: Around): readonly Line[] {
  const { sign, tone } = signOf(verdict)
  const cases = 'cases' in verdict && verdict.cases.total > 0 ? [say(casesText(verdict.cases))] : []
  const details = [...cases, say(elapsedText((elapsedMs / 1000).toFixed(1)))]
  return wrap(
    [run(`${sign} ${say(VERDICT_NAMES[verdict.kind])}`, tone), run(`  ${details.join(' · ')}`, 'hint')],
    width,
  )
}

function signOf({ kind }: Verdict): { readonly sign: string; readonly tone: Tone } {
  if (kind === 'accepted') return { sign: '✓', tone: 'verdictGood' }
  return kind === 'inconclusive' || kind === 'judge-error'
    ? { sign: '?', tone: 'warning' }
    : { sign: '✗', tone: 'verdictBad' }
}

function casesText({ passed, total }: CaseCount): Text {
  return { en: `${passed} of ${count(total, 'case')} passed`, zh: `通过 ${passed}/${total} 个用例` }
}

function elapsedText(seconds: string): Text {
  return { en: `${seconds} s`, zh: `${seconds} 秒` }
}

function scheduleLines(recorded: Recorded, { say, width, now }: Around): readonly Line[] {
  if (recorded.kind === 'no') return []
  const text = recorded.kind === 'practice' ? PRACTICE : effectText(recorded, now)
  return wrap([run(say(join(SCHEDULE, COLON)), 'heading'), run(say(text))], width)
}

const SCHEDULE: Text = { en: 'Schedule', zh: '安排' }
const PRACTICE: Text = { en: 'practice; this save was not recorded', zh: '练习，这次保存没有记录' }
