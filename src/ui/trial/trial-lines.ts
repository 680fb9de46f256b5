import type { OwnRun } from '../../app/own-input/run-on-input.ts'
import type { Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import type { Around } from '../frame/around.ts'
import { apart, BLANK, indent, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { paragraph } from '../text/paragraph.ts'
import { wrap } from '../text/wrap.ts'
import { printedLines } from '../verdict/printed-lines.ts'
import { valueLines } from '../verdict/value-view.ts'
import { reasonLines } from '../verdict/verdict-reason.ts'
import { VERDICT_NAMES } from '../words/verdict-names.ts'

/** What came back, what was printed, and what was given. */
export function trialLines(own: OwnRun, around: Around): readonly Line[] {
  const { args, inputs, isAllowed, outcome, stdout, stderr } = own
  const { say, width } = around
  const options = { other: undefined, at: undefined, width: width - 2, say }
  return apart([
    outcomeLines(outcome, around),
    isAllowed === false ? paragraph(around, NOT_ALLOWED, 'warning') : [],
    printedLines({ en: 'Your program printed', zh: '你的程序输出' }, stdout, around),
    printedLines({ en: 'It wrote to stderr', zh: '标准错误输出' }, stderr, around),
    [
      line(say(YOUR_INPUT), 'heading'),
      ...indent(wrap([run(inputs.join('  '), 'hint')], width - 2), 2),
      ...indent(
        args.flatMap(({ name, value }) => valueLines(name, value, options)),
        2,
      ),
    ],
    paragraph(around, JUDGES_NOTHING, 'hint'),
  ])
}

function outcomeLines(outcome: OwnRun['outcome'], around: Around): readonly Line[] {
  const { say, width } = around
  switch (outcome.kind) {
    case 'returned': {
      const options = { other: undefined, at: undefined, width: width - 2, say }
      return [
        line(say({ en: 'It returned', zh: '返回' }), 'heading'),
        ...indent(valueLines('result', outcome.value, options), 2),
        ...(outcome.remark === undefined ? [] : [BLANK, ...markdownLines(say(outcome.remark), width)]),
      ]
    }
    case 'odd':
      return paragraph(around, outcome.summary, 'bad')
    case 'failed':
      return [line(say(VERDICT_NAMES[outcome.verdict.kind]), 'bad'), ...reasonLines(outcome.verdict, around)]
    default:
      return unreachable(outcome)
  }
}

const YOUR_INPUT: Text = { en: 'Your input', zh: '你的输入' }
const NOT_ALLOWED: Text = {
  en: 'The statement does not allow this input: what comes of it says nothing.',
  zh: '题目不允许这样的输入，结果不说明任何问题。',
}
const JUDGES_NOTHING: Text = {
  en: 'Nothing was judged and nothing was recorded.',
  zh: '只是运行，没有判题，也没有记录。',
}
