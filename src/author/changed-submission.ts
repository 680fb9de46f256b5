import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'

/**
 * A submission that says `from: accepted/x.py` is that one with the lines that begin with `-` replaced by those that
 * begin with `+`, all of it in comments, so that the file stays one of its language. A reference may be named too.
 * @param path `graders/ID/submissions/wrong/y.py`
 */
export function wholeSource(path: string, text: string): string {
  const header = text.split('\n', 2).find((line) => FROM.test(line))
  if (header === undefined) return text
  const from = FROM.exec(header)?.[1] ?? ''
  const places = ['..', '../..'].map((up) => join(dirname(path), up, from))
  const base = places.find((place) => existsSync(place))
  const fail = failureIn(path)
  if (base === undefined) return fail(lineOf(text, header), noFile(from))
  return changesIn(text, fail).reduce(
    (source, change) => {
      const parts = `\n${source}`.split(`\n${change.removed.join('\n')}\n`)
      if (parts.length !== 2) return fail(change.line, occurs(change.removed, from, parts.length - 1))
      return parts.join(`\n${change.added.map((line) => `${line}\n`).join('')}`).slice(1)
    },
    readFileSync(base, 'utf8'),
  )
}

/** Whether a file lies where labelled submissions do. */
export function isLabelled(path: string): boolean {
  return (
    /^(?:accepted|wrong|slow)$/.test(basename(dirname(path))) &&
    basename(join(path, '../..')) === 'submissions'
  )
}

/** A line without code: the sign of a comment, and what follows it. */
const COMMENT = /^(?:(?:#|\/\/)(?: (.*))?)?$/
const FROM = /^(?:#|\/\/) from: (\S+)\s*$/

interface Change {
  /** Where it begins. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

type Fail = (line: number, why: Text) => never

/** Each run of `-` lines with the `+` lines behind it; other comments may stand between. */
function changesIn(text: string, fail: Fail): readonly Change[] {
  const changes: { line: number; removed: string[]; added: string[] }[] = []
  let before: string | undefined
  for (const [at, line] of text.split('\n').entries()) {
    const comment = COMMENT.exec(line) ?? fail(at + 1, CODE)
    const [, sign, changed = ''] = /^([-+]) ?(.*)$/.exec(comment[1] ?? '') ?? []
    if (sign === '-' && before !== '-') changes.push({ line: at + 1, removed: [], added: [] })
    if (sign === '+' && before === undefined) return fail(at + 1, NOTHING_REPLACED)
    if (sign !== undefined) changes.at(-1)?.[sign === '-' ? 'removed' : 'added'].push(changed)
    before = sign
  }
  return changes
}

function lineOf(text: string, line: string): number {
  return text.split('\n').indexOf(line) + 1
}

function failureIn(path: string): Fail {
  return (line, why) => {
    throw new Problem(
      { en: `${path}:${line}: ${why.en}`, zh: `${path}:${line}：${why.zh}` },
      {
        remedy: {
          en: 'See "Wrong answers that are nearly right" in docs/exercise-format.md.',
          zh: '参见 docs/exercise-format.md 中的 “Wrong answers that are nearly right”。',
        },
      },
    )
  }
}

function noFile(from: string): Text {
  return {
    en: `There is neither a submission nor a reference ${from}.`,
    zh: `没有名为 ${from} 的提交或参考实现。`,
  }
}

function occurs(lines: readonly string[], from: string, times: number): Text {
  const first = (lines[0] ?? '').trim()
  return {
    en: `"${first}" and what follows stand ${times} times in ${from}, and must stand there once.`,
    zh: `“${first}”及其后各行在 ${from} 中出现了 ${times} 次，应当恰好一次。`,
  }
}

const CODE: Text = {
  en: 'A submission that says "from:" holds only comments.',
  zh: '写了 “from:” 的提交只能包含注释。',
}

const NOTHING_REPLACED: Text = {
  en: 'Lines are added in the place of others: put a line with - before those with +.',
  zh: '新增的行须替换已有的行：请在 + 行之前写 - 行。',
}
