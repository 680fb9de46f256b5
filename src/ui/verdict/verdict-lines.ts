import type { Attempt } from '../../app/submit-solution.ts'
import type { Card } from '../../core/card.ts'
import { studyDayOf } from '../../core/day.ts'
import { faceOf } from '../../core/face.ts'
import { otherLocale, type Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import type { Diagnosis, Failure, Verdict, WorstError } from '../../core/verdict.ts'
import { formatDue } from '../format-interval.ts'
import type { Around } from '../frame/screen-plan.ts'
import { casePictures } from '../pictures/case-pictures.ts'
import { BLANK, cropLine, hang, indent, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { wrap, wrapCode } from '../text/wrap.ts'
import type { Tone } from '../theme.ts'
import { formatEntry } from './array-grid.ts'
import { performanceLines } from './performance-view.ts'
import { valueLines } from './value-view.ts'

/** A grading, the cards that teach what its diagnosis says, and what it did to the schedule where it was recorded. */
export interface Judged {
  readonly grading: Attempt['grading']
  readonly cards: readonly Card[]
  readonly recorded: Recorded
}

export type Recorded =
  | ({ readonly kind: 'attempt' } & Pick<Attempt, 'effect' | 'memory'>)
  /** A save that was graded and is no attempt. */
  | { readonly kind: 'practice' }
  | { readonly kind: 'no' }

/** From the verdict down to what the submission printed. */
export function verdictLines({ grading, cards, recorded }: Judged, around: Around): readonly Line[] {
  const { verdict, stdout, stderr } = grading
  const { messages, width } = around
  const failure = 'failure' in verdict ? verdict.failure : undefined
  const performance = 'performance' in verdict ? verdict.performance : undefined
  const diagnosis = verdict.kind === 'wrong-answer' ? verdict.diagnosis : undefined
  const parts = [
    headLines(verdict, grading.elapsedMs, around),
    reasonLines(verdict, around),
    diagnosisLines(diagnosis, cards, recorded, around),
    failure === undefined ? [] : failureLines(failure, saysWhy(verdict), around),
    performance === undefined ? [] : performanceLines(performance, messages, width),
    scheduleLines(recorded, around),
    printedLines(messages.verdict.stdout, stdout, width),
    printedLines(messages.verdict.stderr, stderr, width),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : [BLANK, ...lines]))
}

function headLines(verdict: Verdict, elapsedMs: number, { messages, width }: Around): readonly Line[] {
  const { sign, tone } = signOf(verdict)
  const cases =
    'cases' in verdict && verdict.cases.total > 0
      ? messages.verdict.cases(verdict.cases.passed, verdict.cases.total)
      : undefined
  const details = [cases, messages.verdict.elapsed((elapsedMs / 1000).toFixed(1))].filter(
    (text) => text !== undefined,
  )
  return wrap(
    [run(`${sign} ${messages.verdicts[verdict.kind]}`, tone), run(`  ${details.join(' · ')}`, 'hint')],
    width,
  )
}

function signOf({ kind }: Verdict): { readonly sign: string; readonly tone: Tone } {
  if (kind === 'accepted') return { sign: '✓', tone: 'verdictGood' }
  return kind === 'inconclusive' || kind === 'judge-error'
    ? { sign: '?', tone: 'warning' }
    : { sign: '✗', tone: 'verdictBad' }
}

/** What the verdict's name does not yet say. */
function reasonLines(verdict: Verdict, around: Around): readonly Line[] {
  const { messages, locale, width } = around
  const { limits, notYours } = messages.verdict
  switch (verdict.kind) {
    case 'runtime-error':
    case 'compile-error':
      return errorLines(verdict.message, around)
    case 'inconclusive':
      return wrap([run(verdict.reason[locale])], width)
    case 'judge-error':
      return [...wrap([run(notYours)], width), ...wrapCode([run(verdict.detail[locale], 'hint')], width)]
    case 'time-limit':
      return wrap([run(limits.time(String(verdict.limitMs / 1000)))], width)
    case 'memory-limit':
      return wrap([run(limits.memory(verdict.limitMb))], width)
    case 'output-limit':
      return wrap([run(limits.output(verdict.limitBytes))], width)
    case 'wrong-answer':
      return verdict.onlyWhere === undefined ? [] : wrap([run(verdict.onlyWhere[locale])], width)
    case 'accepted':
    case 'invalid-output':
    case 'too-slow':
    case 'memory-budget':
      return []
    default:
      return unreachable(verdict)
  }
}

/** Whether the reason is above the case already. */
function saysWhy({ kind }: Verdict): boolean {
  return kind === 'runtime-error' || kind === 'time-limit'
}

/** The judge's sentences as prose, and as code what an interpreter says: that is the same in both languages. */
function errorLines(message: Text, { locale, width }: Around): readonly Line[] {
  const other = message[otherLocale(locale)].trimEnd().split('\n')
  const lines = message[locale].trimEnd().split('\n')
  return lines.flatMap((text, at) => {
    if (text !== other[at]) return wrap([run(text)], width)
    // Underlines say nothing once the line above them is broken.
    return text.length > width && /^[\s~^]+$/.test(text) ? [] : wrapCode([run(text)], width)
  })
}

function diagnosisLines(
  diagnosis: Diagnosis | undefined,
  cards: readonly Card[],
  recorded: Recorded,
  { messages, locale, width }: Around,
): readonly Line[] {
  if (diagnosis === undefined) return []
  const { comesBack, teaches } = messages.verdict
  const sentence = markdownLines(diagnosis.message[locale], width - 2)
  const heading = (recorded.kind === 'attempt' ? comesBack : teaches)(cards.length)
  return [
    line(messages.verdict.diagnosis, 'heading'),
    ...indent(sentence, 2),
    ...(cards.length === 0 ? [] : [line(heading, 'hint')]),
    ...cards.flatMap((card) => [
      ...hang([run('  ↩ ', 'chosen')], [promptOf(card, locale, width - 4)]),
      line(`    ${card.id}`, 'hint'),
    ]),
  ]
}

/** Enough to know the card by. */
function promptOf(card: Card, locale: Around['locale'], width: number): Line {
  const lines = markdownLines(faceOf(card, locale, 'listed').prompt, 1000)
  return cropLine(lines[0] ?? [], width)
}

function failureLines(failure: Failure, isExplained: boolean, around: Around): readonly Line[] {
  const { messages, locale, width } = around
  const { verdict, punctuation } = messages
  const { worst, expected, got } = failure
  const common = { at: worst?.at, width: width - 2, messages }
  const sides = [
    ...(expected === undefined ? [] : valueLines(verdict.expected, expected, { ...common, other: got })),
    ...(got === undefined ? [] : valueLines(verdict.got, got, { ...common, other: expected })),
  ]
  const args = failure.args.flatMap(({ name, value }) =>
    valueLines(name, value, { other: undefined, at: undefined, width: width - 2, messages }),
  )
  return [
    ...wrap([run(verdict.case + punctuation.colon, 'heading'), run(failure.case[locale])], width),
    ...(isExplained ? [] : wrap([run(summaryOf(failure, around), 'bad')], width)),
    ...(worst === undefined
      ? []
      : wrap(
          [
            run(
              verdict.worstSize(size(worst.absolute), relativeSize(worst)) +
                punctuation.comma +
                verdict.wrongOf(worst.wrong, worst.of),
              'hint',
            ),
          ],
          width,
        )),
    ...(failure.note === undefined ? [] : wrapCode([run(failure.note[locale])], width)),
    ...indent(sides, 2),
    ...(args.length === 0 ? [] : [line(verdict.args, 'heading'), ...indent(args, 2)]),
    ...indent(casePictures(failure, { messages, locale, width: width - 2 }), 2),
  ]
}

/** Where the judge's numbers say all, in as few digits as show it. */
function summaryOf({ summary, worst }: Failure, { messages, locale }: Around): string {
  return worst === undefined
    ? summary[locale]
    : messages.verdict.worstText(worst.at, formatEntry(worst.got), formatEntry(worst.expected))
}

/** Of nothing there is no part. */
function relativeSize({ relative }: WorstError): string | undefined {
  return Number.isFinite(relative) ? size(relative) : undefined
}

function size(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '∞'
}

function scheduleLines(recorded: Recorded, around: Around): readonly Line[] {
  if (recorded.kind === 'no') return []
  const { messages, width } = around
  const text = recorded.kind === 'practice' ? messages.verdict.practice : effectText(recorded, around)
  return wrap([run(messages.verdict.schedule + messages.punctuation.colon, 'heading'), run(text)], width)
}

function effectText(
  { effect, memory }: Pick<Attempt, 'effect' | 'memory'>,
  { messages, now }: Around,
): string {
  const { effects, comesAgain } = messages.verdict
  if (effect.kind !== 'rating') return effects[effect.kind]
  const rated = effects.rated(messages.ratings[effect.rating])
  if (memory === undefined) return rated
  const due = formatDue(memory, { at: now.at, day: studyDayOf(now) }, messages)
  return rated + messages.punctuation.comma + comesAgain(due)
}

const TAIL_LINES = 10

/** The end of what was printed: that is where it says what went wrong. */
function printedLines(label: string, text: string, width: number): readonly Line[] {
  if (text.trim() === '') return []
  const lines = wrapCode([run(text.trimEnd())], width - 2)
  const tail = lines.slice(-TAIL_LINES)
  return [
    line(label, 'heading'),
    ...(tail.length < lines.length ? [line('  …', 'hint')] : []),
    ...indent(tail, 2),
  ]
}
