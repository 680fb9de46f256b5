import { otherLocale, type Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import type { Verdict } from '../../core/verdict.ts'
import type { Around } from '../frame/around.ts'
import { indent, type Line, line, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { wrap, wrapCode } from '../text/wrap.ts'
import { quotedFrom, quotedLines } from './quoted-code.ts'

/** What the verdict's name does not yet say. */
export function reasonLines(verdict: Verdict, around: Around): readonly Line[] {
  const { say, width } = around
  const wrapped = (text: Text) => paragraph(around, text)
  switch (verdict.kind) {
    case 'runtime-error':
    case 'compile-error':
      return errorLines(verdict.message, around)
    case 'inconclusive':
      return wrapped(verdict.reason)
    case 'judge-error':
      return [...wrapped(NOT_YOURS), ...wrapCode([run(say(verdict.detail), 'hint')], width)]
    case 'time-limit':
      return wrapped(timeLimit(verdict.limitMs / 1000))
    case 'memory-limit':
      return wrapped(memoryLimit(verdict.limitMb))
    case 'output-limit':
      return wrapped(outputLimit(verdict.limitBytes))
    case 'wrong-answer':
      return verdict.onlyWhere === undefined ? [] : wrapped(verdict.onlyWhere)
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
export function saysWhy({ kind }: Verdict): boolean {
  return kind === 'runtime-error' || kind === 'time-limit'
}

/**
 * The judge's sentences as prose, and as it stands what an interpreter or the program says: that is the same in both
 * languages. It stands further in, as what is printed does, where it looks like no verdict.
 */
export function errorLines(message: Text, { locale, width }: Around): readonly Line[] {
  const other = message[otherLocale(locale)].trimEnd().split('\n')
  const texts = message[locale].trimEnd().split('\n')
  const lines: Line[] = []
  for (let at = 0; at < texts.length; ) {
    const [text = '', quoted] = [texts[at], quotedFrom(texts, at)]
    if (quoted === 0 && text !== other[at]) lines.push(...wrap([run(text)], width))
    else lines.push(...indent(saidLines(texts.slice(at, at + Math.max(1, quoted)), quoted > 0, width - 2), 2))
    at += Math.max(1, quoted)
  }
  return withoutMiddle(lines)
}

/** An error of thousands of lines would push the verdict out of sight; why it is stands at its beginning or end. */
function withoutMiddle(lines: readonly Line[]): readonly Line[] {
  if (lines.length <= 2 * MOST_ROWS) return lines
  return [...lines.slice(0, MOST_ROWS), line('  …', 'hint'), ...lines.slice(-MOST_ROWS)]
}

/** More than a traceback of twenty calls has, or a compiler's five errors. */
const MOST_ROWS = 40

function saidLines(texts: readonly string[], isQuoted: boolean, width: number): readonly Line[] {
  if (isQuoted) return quotedLines(texts, width)
  // What is indented may be code.
  return texts.flatMap((text) => (/^\S/.test(text) ? wrap : wrapCode)([run(text)], width))
}

const NOT_YOURS: Text = {
  en: 'This is a fault of the grader or of this machine, not yours. Nothing was recorded against you.',
  zh: '这是判题器或本机的问题，与你的代码无关，不会计入成绩。',
}

function timeLimit(seconds: number): Text {
  return { en: `no answer within ${seconds} s`, zh: `${seconds} 秒内没有结果` }
}

function memoryLimit(megabytes: number): Text {
  return { en: `needed more than ${megabytes} MB`, zh: `内存超过 ${megabytes} MB` }
}

function outputLimit(bytes: number): Text {
  return { en: `printed more than ${bytes} bytes`, zh: `输出超过 ${bytes} 字节` }
}
