import { count, type Text } from '../../core/locale.ts'
import { digitsApart, withDigits } from '../../core/significant-digits.ts'
import type { Failure, WorstError } from '../../core/verdict.ts'
import type { Around } from '../frame/around.ts'
import { indent, type Line, line, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { wrap } from '../text/wrap.ts'
import { COLON, enumerate, join } from '../words/punctuation.ts'
import { FEW_DIGITS } from './array-grid.ts'
import { caseImages } from './case-images.ts'
import { CASE, EXPECTED, GOT } from './side-names.ts'
import { valueLines } from './value-view.ts'
import { errorLines } from './verdict-reason.ts'

/**
 * The first case that failed: both sides, where they differ most, and what was given.
 * @param isExplained the reason stands above already
 */
export function failureLines(failure: Failure, isExplained: boolean, around: Around): readonly Line[] {
  const { say, width } = around
  const { worst, note } = failure
  const inner = { ...around, width: width - 2 }
  const args = failure.args.flatMap(({ name, value }) =>
    valueLines(name, value, { other: undefined, at: undefined, width: width - 2, say }),
  )
  return [
    ...wrap([run(say(join(CASE, COLON)), 'heading'), run(say(failure.case))], width),
    ...(isExplained ? [] : paragraph(around, summaryOf(failure), 'bad')),
    ...(worst === undefined
      ? []
      : paragraph(around, enumerate([sizeText(worst), shareText(worst), ...firstText(worst)]), 'hint')),
    ...(note === undefined ? [] : errorLines(note, around)),
    ...indent(sideLines(failure, inner), 2),
    ...(args.length === 0 ? [] : [line(say({ en: 'Arguments', zh: '参数' }), 'heading'), ...indent(args, 2)]),
    ...indent(caseImages(failure, inner), 2),
  ]
}

function sideLines({ worst, expected, got }: Failure, { say, width }: Around): readonly Line[] {
  const common = { at: worst?.at, digits: digitsFor(worst), width, say }
  return [
    ...(expected === undefined ? [] : valueLines(say(EXPECTED), expected, { ...common, other: got })),
    ...(got === undefined ? [] : valueLines(say(GOT), got, { ...common, other: expected })),
  ]
}

/** Where the judge's numbers say all, in as few digits as show it. */
function summaryOf({ summary, worst }: Failure): Text {
  if (worst === undefined) return summary
  const [got, expected] = [worst.got, worst.expected].map((value) => withDigits(value, digitsFor(worst)))
  return { en: `${worst.at} is ${got}, expected ${expected}`, zh: `${worst.at} 为 ${got}，应为 ${expected}` }
}

function digitsFor(worst: WorstError | undefined): number {
  return worst === undefined ? FEW_DIGITS : digitsApart(worst.got, worst.expected, FEW_DIGITS)
}

function sizeText({ absolute, relative }: WorstError): Text {
  const off = size(absolute)
  // Of nothing there is no part.
  if (!Number.isFinite(relative)) return { en: `off by ${off}`, zh: `相差 ${off}` }
  const part = size(relative)
  return { en: `off by ${off} (relative ${part})`, zh: `相差 ${off}（相对 ${part}）` }
}

function shareText({ wrong, of }: WorstError): Text {
  return { en: `${wrong} of ${count(of, 'number')} off`, zh: `${of} 个数中有 ${wrong} 个不符` }
}

/** In an array of more axes than are seen at once. */
function firstText({ at, first }: WorstError): readonly Text[] {
  const isSeen = first === at || first.split(',').length <= 2
  return isSeen ? [] : [{ en: `the first at ${first}`, zh: `第一个在 ${first}` }]
}

function size(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '∞'
}
