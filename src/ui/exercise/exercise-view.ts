import type { OpenExercise } from '../../app/open-exercise.ts'
import type { Budget } from '../../core/exercise.ts'
import type { Picture } from '../frame/picture.ts'
import type { Around } from '../frame/screen-plan.ts'
import type { Messages } from '../messages/messages.ts'
import { BLANK, hang, type Line, line, lineWidth, run, spaces } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { wrap, wrapCode } from '../text/wrap.ts'
import type { ExerciseState } from './exercise-state.ts'
import { formatSignature } from './format-signature.ts'
import { reasonText } from './reason-text.ts'

export function drawExercise({ open, isGivingUp, solution }: ExerciseState, around: Around): Picture {
  const { messages, width, locale } = around
  const shown =
    solution === undefined ? exerciseLines(open, around) : solutionLines(solution, messages, width)
  return {
    title: [run(open.exercise.title[locale], 'title'), run(`  ${open.exercise.id}`, 'hint')],
    aside: line(open.language, 'hint'),
    body: shown,
    bodyKey: `${open.exercise.id} ${solution === undefined ? `statement ${open.hints.length}` : 'solution'}`,
    pinned: isGivingUp ? wrap([run(messages.exercise.confirmGiveUp, 'warning')], width) : [],
  }
}

/** Everything a learner needs to begin: why, what, how fast, where. */
export function exerciseLines(open: OpenExercise, around: Around): readonly Line[] {
  const { messages, width, locale } = around
  return [
    ...hintLines(open, around),
    ...factLines(open, messages, width),
    BLANK,
    ...markdownLines(open.statement[locale], width),
  ]
}

function solutionLines(solution: string, { exercise }: Messages, width: number): readonly Line[] {
  return [line(exercise.solution, 'heading'), BLANK, ...wrapCode([run(solution, 'code')], width)]
}

/** Seen hints come first: that is what the learner just asked for. */
function hintLines({ exercise, hints }: OpenExercise, { messages, width, locale }: Around): readonly Line[] {
  if (hints.length === 0) return []
  const texts = hints.map((hint, at) =>
    hang([run(`${at + 1}. `, 'hint')], markdownLines(hint[locale], width - 3)),
  )
  return [
    line(messages.exercise.hints(hints.length, exercise.hints.length), 'heading'),
    ...texts.flat(),
    BLANK,
  ]
}

function factLines(open: OpenExercise, messages: Messages, width: number): readonly Line[] {
  const { exercise: words, punctuation } = messages
  const { exercise, reason, state } = open
  const begun = open.created ? words.starterWritten : words.yourFile
  const facts = [
    [words.why, reasonText(reason, messages) + punctuation.comma + words.minutes(exercise.minutes)],
    [words.file, open.path + punctuation.aside(begun)],
    [words.signature, formatSignature(exercise.signature)],
    [words.budget, budgetTexts(exercise.budget, messages).join('\n')],
    ...(state.attempts > 0 ? [['', words.record(state.attempts, state.failures)] as const] : []),
    ...(open.hints.length === 0 && exercise.hints.length > 0
      ? [['', words.noHints(exercise.hints.length)] as const]
      : []),
  ] as const
  const column = Math.max(...facts.map(([label]) => lineWidth(line(label)))) + 2
  return facts.flatMap(([label, text]) => {
    const prefix = [run(label, 'heading'), spaces(column - lineWidth(line(label)))]
    return hang(prefix, wrap([run(text)], width - column))
  })
}

function budgetTexts(budget: Budget | undefined, { exercise, punctuation }: Messages): readonly string[] {
  if (budget === undefined) return [exercise.noBudget]
  const ratio = budget.ratio === undefined ? [] : [exercise.ratioBudget(`${budget.ratio}`)]
  const growth = budget.growth.map(({ label, limit, gold }) => {
    const text = exercise.growthBudget(label, `${limit}`)
    return gold === undefined ? text : text + punctuation.aside(exercise.goldBudget(`${gold}`))
  })
  const memory = budget.memory.map(({ label, limit }) => exercise.memoryBudget(label, `${limit}`))
  return [...ratio, ...growth, ...memory]
}
