import type { CommanderError } from 'commander'
import { Problem } from '../core/problem.ts'

/** What commander says about arguments that it does not accept. It says it in English only; a sentence that is not known here stays so. */
export function usageProblem({ message }: CommanderError): Problem {
  const english = message
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .replace(/\n\(Did you mean (.*)\?\)$/, ' (did you mean $1?)')
    .replaceAll('\n', ' ')
  return new Problem(
    { en: `${english}.`, zh: `${inChinese(english)}。` },
    { remedy: { en: 'See `anneal --help`.', zh: '用法见 `anneal --help`。' } },
  )
}

function inChinese(english: string): string {
  for (const [pattern, chinese] of SENTENCES) {
    const found = pattern.exec(english)
    if (found) return chinese(...found.slice(1).map((part) => part ?? ''))
  }
  return english
}

type Sentence = readonly [pattern: RegExp, chinese: (...parts: readonly string[]) => string]

const SENTENCES: readonly Sentence[] = [
  [
    /^unknown option '(.*)' \(did you mean (?:one of )?(.*)\?\)$/,
    (flag, others) => `没有选项 ${flag}（是不是 ${others?.replaceAll(', ', '、')}？）`,
  ],
  [/^unknown option '(.*)'$/, (flag) => `没有选项 ${flag}`],
  [/^missing required argument '(.*)'$/, (name) => `缺少参数 <${name}>`],
  [/^option '(.*)' argument missing$/, (flags) => `选项 ${flags} 缺少值`],
  [/^required option '(.*)' not specified$/, (flags) => `缺少必需的选项 ${flags}`],
  [
    /^option '(.*)' cannot be used with option '(.*)'$/,
    (one, other) => `选项 ${one} 不能与 ${other} 同时使用`,
  ],
  [
    /^option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)$/,
    (flags, value, choices) => `选项 ${flags} 不能为“${value}”，可选：${choices?.replaceAll(', ', '、')}`,
  ],
  [
    /^option '(.*)' argument '(.*)' is invalid\. Give a whole number$/,
    (flags, value) => `选项 ${flags} 不能为“${value}”，请给出整数`,
  ],
  [
    /^too many arguments for '(.*)'\. Expected 0 arguments but got \d+: (.*)$/,
    (command, all) => `${command} 不带参数，却给了 ${all}`,
  ],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+): (.*)$/,
    (command, expected, got, all) => `${command} 的参数太多：最多 ${expected} 个，给了 ${got} 个（${all}）`,
  ],
]
