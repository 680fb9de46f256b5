import type { Face } from '../../core/face.ts'
import type { Text } from '../../core/locale.ts'
import { expressionValue } from '../../core/mark-number.ts'
import { formatNumber } from '../../core/numeric-card.ts'
import { hang, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import type { Manner } from '../text/paragraph.ts'
import { inTwoColumns } from '../text/side-by-side.ts'
import { wrap } from '../text/wrap.ts'
import type { Given } from './review-state.ts'

/** Stands beside the ratings, so that it is in sight however long the card is. */
export function markLines(face: Face, given: Given, { say, width }: Manner): readonly Line[] {
  if (given.kind === 'none') return []
  const answered = given.kind === 'typed' ? answeredText(face, given.text, given.isRight) : undefined
  const mark = given.isRight
    ? run(`✓ ${say({ en: 'Right.', zh: '正确。' })}`, 'good')
    : run(`✗ ${say({ en: 'Wrong.', zh: '错误。' })}`, 'bad')
  return wrap([mark, run(answered ? say(youAnswered(answered)) : '')], width)
}

/** What was typed, where that tells more than the mark. */
function answeredText(face: Face, text: string, isRight: boolean): string | undefined {
  const value = face.kind === 'numeric' ? expressionValue(text, face.typedUnits) : undefined
  if (value !== undefined) return `${text.trim()} = ${formatNumber(value)}`
  return isRight ? undefined : text
}

function youAnswered(text: string): Text {
  return { en: ` You answered ${text}.`, zh: `你的回答：${text}。` }
}

/** Step by step, the right order beside the learner's. */
export function comparedOrders(
  { steps, order }: Extract<Face, { kind: 'ordering' }>,
  given: readonly number[],
  { say, width }: Manner,
): readonly Line[] {
  const column = Math.floor((width - 9) / 2)
  const stepLines = (number: number | undefined) => markdownLines(steps[(number ?? 0) - 1] ?? '', column)
  const rows = order.map((number, at) => {
    const isRight = given[at] === number
    const sign = run(isRight ? '✓ ' : '✗ ', isRight ? 'good' : 'bad')
    const prefix = [sign, run(`${at + 1}`.padStart(2), 'key'), run('  ')]
    return hang(prefix, inTwoColumns(stepLines(number), stepLines(given[at]), column))
  })
  const title = line(say({ en: 'Right order', zh: '正确顺序' }), 'heading')
  const yours = line(say({ en: 'Yours', zh: '你的顺序' }), 'heading')
  return [...hang([run(' '.repeat(6))], inTwoColumns([title], [yours], column)), ...rows.flat()]
}
