import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../../src/core/exercise.ts'
import type { Verdict } from '../../../src/core/verdict.ts'
import { openJudge } from '../../../src/grader/grade-submission.ts'
import { openNursery } from '../../../src/grader/run/nursery.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import {
  buildTestGraders,
  CACHE_ROOT,
  QUICK_LIMITS,
  rightCpp,
  rightPy,
  rightTs,
  SCALE_SCORES,
  submit,
} from '../scale-scores.ts'

drawTests('grader/languages', 'grader/protocol')

/** How a file becomes a program, or why it is none: each of these is a kind that people hand in. */

const nursery = openNursery()
let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})
afterAll(() => nursery[Symbol.asyncDispose]())

async function verdictOn(language: Language, source: string): Promise<Verdict> {
  return (await submit({ graderRoot, language, source })).verdict
}

/** The same where many are judged, and a transformer is kept for them. */
async function verdictAmongMany(source: string): Promise<Verdict> {
  const judge = openJudge({ graderRoot, cacheRoot: CACHE_ROOT, limits: QUICK_LIMITS, seed: 'test', nursery })
  const submission = { exercise: SCALE_SCORES, language: 'ts', source, fileName: 'scores.ts' } as const
  return (await judge.grade(submission)).verdict
}

const RIGHT_WITH_MORE_THAN_TYPES = `import util = require('node:util')
enum Sign { Minus = -1, Plus = 1 }
const enum Zero { Is = 0 }
namespace Tools {
  export const isPositive = (value: number) => value > Zero.Is
}
function named(value: unknown, context: { name: string }) {
  return context.name === 'Scale' ? undefined : value
}
@named
class Scale {
  constructor(private readonly sign: Sign, readonly power = 1) {}
  of(score: number) { return this.sign * score ** this.power }
}
export function scaleScores(scores: any, options: any): any {
  const scale = new Scale(options.negate ? Sign.Minus : Sign.Plus, <number>options.power)
  const data = scores.data.map((score: number) => scale.of(score))
  const kept = Int32Array.from([...data.keys()].filter((at) => Tools.isPositive(data[at]!)))
  const total = data.reduce((sum: number, score: number) => sum + score, 0)
  const label = util.format('%s: %d', options.name, data.length)
  return { total, scaled: { shape: scores.shape, data }, kept: { shape: [kept.length], data: kept }, label, any: kept.length > 0 } satisfies object
}
`

describe('TypeScript may be more than types', () => {
  test('alone', async () => {
    expect(await verdictOn('ts', RIGHT_WITH_MORE_THAN_TYPES)).toMatchObject({ kind: 'accepted' })
  })

  test('and among many', async () => {
    expect(await verdictAmongMany(RIGHT_WITH_MORE_THAN_TYPES)).toMatchObject({ kind: 'accepted' })
  })

  test('parameters may have decorators, and other files keep the standard ones', async () => {
    const older = `let told = ''
function tell(target: any, name: any, at: any) { told += at }
class Teller { tell(a: number, @tell b: number) { return a + b } }
if (told !== '1') throw new Error('no decorator')
${rightTs()}`
    expect(await verdictOn('ts', older)).toMatchObject({ kind: 'accepted' })
    expect(await verdictAmongMany(older)).toMatchObject({ kind: 'accepted' })
    const standard = `let kind = ''
function tell(target: any, context: any) { kind = context.kind }
class Teller { @tell tell() {} }
if (kind !== 'method') throw new Error('another decorator')
${rightTs()}`
    expect(await verdictOn('ts', standard)).toMatchObject({ kind: 'accepted' })
  })

  test('a type may be imported as if it were a value', async () => {
    const source = `import { NdArray } from './anneal.d.ts'\n${rightTs().replace('scores: any', 'scores: NdArray<Float64Array>')}`
    expect(await verdictOn('ts', source)).toMatchObject({ kind: 'accepted' })
  })

  test.each(['alone', 'among many'])(
    'what it throws and prints names the lines that were written, %s',
    async (where) => {
      const source = `enum Never {\n  Comes,\n}\n\n\n${rightTs({ before: 'fail(scores)' })}
function fail(scores: any):
  never {
  throw new RangeError('mine: ' + Never[0])
}`
      const verdict = await (where === 'alone' ? verdictOn('ts', source) : verdictAmongMany(source))
      expect(verdict).toMatchObject({
        kind: 'runtime-error',
        message: {
          en: 'RangeError: mine: Comes\n    at fail (scores.ts:17:9)\n    at scaleScores (scores.ts:7:3)',
        },
      })
      if (where === 'alone') {
        const printing = source.replace(/throw (.*)/, 'console.error($1)')
        const { stderr } = await submit({ graderRoot, language: 'ts', source: printing })
        expect(stderr).toMatch(/RangeError: mine: Comes\n {4}at fail \(.*scores\.ts:17:\d+\)/)
      }
    },
  )

  test('a file that holds up the one that is kept is answered all the same, and so are others', async () => {
    const deep = `${rightTs()}const x: any = ${'('.repeat(1e5)}1${')'.repeat(1e5)}`
    expect(await verdictAmongMany(deep)).toMatchObject({ kind: 'accepted' })
    expect(await verdictAmongMany(rightTs())).toMatchObject({ kind: 'accepted' })
  })
})

/** The file, and what is said of it: the place, and the line above a mark. */
const FAULTS: readonly (readonly [Language, string, string, string | RegExp])[] = [
  ...(['ts', 'js'] as const).flatMap((language) =>
    (
      [
        ['a name declared twice', 'const n = 1\nlet n = 0\n', `scores.${language}:2:5\nlet n = 0\n    ^\n`],
        ['the first line', 'let b = ;\nlet a = 2\n', `scores.${language}:1:9\nlet b = ;\n        ^\n`],
        ['the last line', 'let a = 2\n\nlet b = ;', `scores.${language}:3:9\nlet b = ;\n        ^\n`],
        [
          'a brace that is not closed',
          'function f() {\n  if (1) {\n\n',
          `scores.${language}:2:11\n  if (1) {\n          ^\n`,
        ],
        ['lines of Windows', 'let a = 1\r\nlet b = ;\r\n', `scores.${language}:2:9\nlet b = ;\n        ^\n`],
        ['a mark of the byte order', '\uFEFFlet b = ;', `scores.${language}:1:9\nlet b = ;\n        ^\n`],
        [
          'tabs',
          '\tlet a = 1;\tlet b = ;',
          `scores.${language}:1:21\n\tlet a = 1;\tlet b = ;\n\t          \t        ^\n`,
        ],
        [
          'Chinese before it',
          "let a = '中文'; let b = ;",
          `scores.${language}:1:23\nlet a = '中文'; let b = ;\n                        ^\n`,
        ],
        [
          'an expression that no pattern has',
          'let a = 1\nlet r = /(/\n',
          `scores.${language}:2:9\nlet r = /(/\n        ^\n`,
        ],
        [
          'a long line',
          `let a = 1\nlet b = '${'x'.repeat(500)}' @ 1`,
          `scores.${language}:2:512\n${'x'.repeat(100)}`,
        ],
      ] as const
    ).map(([name, source, said]) => [language, name, source, said] as const),
  ),
  [
    'ts',
    'generics',
    'let a = 1\nlet m: Map<string, Array<number> = ;\n',
    /^scores\.ts:2:34\nlet m: .*\n {33}\^\n/,
  ],
  [
    'ts',
    'a line that moves when types go',
    'enum A {\n  b,\n}\ntype B = {\n  c: 1\n}\nlet r = /(/\n',
    /^scores\.ts:7:9\nlet r = \/\(\/\n {8}\^\n/,
  ],
  [
    'py',
    'a colon that is missing',
    'x = 1\ndef f()\n  pass\n',
    /File "scores\.py", line 2\n\s+def f\(\)\n\s+\^\nSyntaxError/,
  ],
  [
    'py',
    'indentation',
    'def f():\n  x = 1\n   y = 2\n',
    /File "scores\.py", line 3\n\s+y = 2\nIndentationError/,
  ],
  [
    'py',
    'tabs and blanks',
    'def f():\n\tx = 1\n        y = 2\n',
    /File "scores\.py", line 3\n\s+y = 2\n[\s\S]*TabError/,
  ],
  [
    'py',
    'Chinese before it',
    'a = "中文"; b = = 1\n',
    /File "scores\.py", line 1\n[\s\S]*中文[\s\S]*SyntaxError/,
  ],
  ['py', 'lines of Windows', 'a = 1\r\nb = = 1\r\n', /File "scores\.py", line 2\n[\s\S]*SyntaxError/],
  ['py', 'a bracket that is not closed', 'a = 1\nb = (1,\n', /File "scores\.py", line 2\n[\s\S]*SyntaxError/],
  [
    'cpp',
    'a value that is missing',
    `${rightCpp()}int n = ;\n`,
    /scores\.cpp:18:9: error: .*\n.*int n = ;\n/,
  ],
]

describe('a file that is no code', () => {
  test.each(FAULTS)('in %s: %s', async (language, _, source, said) => {
    const verdict = await verdictOn(language, source)
    const en = typeof said === 'string' ? expect.stringContaining(said) : expect.stringMatching(said)
    expect(verdict).toMatchObject({ kind: 'compile-error', message: { en } })
  })
})

describe('C++ is compiled with the newest standard that the compiler has', () => {
  test.each([
    [
      'what came with C++20',
      'static_assert(__cplusplus >= 202002L); if (std::lerp(1.0, 3.0, 0.5) != 2) throw 1;',
      '',
    ],
    [
      'a name of its own for what the library has now',
      'if (lerp(1.0, 3.0, 0.5) != 7) throw 1;',
      'using namespace std;\ndouble lerp(double, double, double) { return 7; }\n',
    ],
    [
      'what the library keeps ready',
      `if (std::stoi("12") + std::stoll(L"3") != 15 || std::stof("1.5") + std::stold(L"2.5") != 4) throw 1;
       if (std::to_string(1.5) + "x" != "1.500000x" || std::to_wstring(2.5f).size() != 8 || std::u16string(u"ab").size() != 2) throw 1;
       if (std::fabs(std::cyl_bessel_j(0.f, 1.f) + std::riemann_zeta(2.L) + std::comp_ellint_1(0.5L) - 4.0959) > 0.001) throw 1;`,
      '',
    ],
  ])('%s', async (_, before, above) => {
    const source = rightCpp({ before }).replace('struct Options', `${above}struct Options`)
    expect(await verdictOn('cpp', source)).toMatchObject({ kind: 'accepted' })
  })
})

describe('a file that needs another is told so', () => {
  test.each<[Language, string]>([
    ['ts', `import { help } from './helper'\n${rightTs({ before: 'help()' })}`],
    ['ts', `import './helper.ts'\n${rightTs()}`],
    ['js', `import { help } from './helper.js'\nexport function scaleScores() { help() }`],
    ['py', `import helper\n${rightPy()}`],
    ['py', `from .helper import help\n${rightPy()}`],
    ['cpp', `#include "helper.hpp"\n${rightCpp()}`],
  ])('in %s: %#', async (language, source) => {
    expect(await verdictOn(language, source)).toMatchObject({ kind: 'compile-error' })
  })
})

describe('a file that is hard to read gets one line', () => {
  test.each<[Language, string, RegExp]>([
    ['ts', `let a = ${'['.repeat(1e5)}${']'.repeat(1e5)}`, /^The file is nested too deeply to be read\.$/],
    ['js', `let a = ${'['.repeat(1e5)}${']'.repeat(1e5)}`, /^The file is nested too deeply to be read\.$/],
    [
      'py',
      `a = ${'('.repeat(5e3)}${')'.repeat(5e3)}`,
      /^ {2}File "scores\.py", line 1\n.{1,2100}\nSyntaxError: [^\n(]+$/s,
    ],
    ['py', `a = ${'-'.repeat(1e5)}1`, /^The file is nested too deeply to be read\.$/],
    ['ts', `let a: ${'A<'.repeat(1e5)}`, /^.{1,400}$/s],
    ['ts', `x = ${'<T>('.repeat(3e4)}`, /^.{1,400}$/s],
  ])('in %s: %#', async (language, source, said) => {
    const verdict = await verdictOn(language, source)
    expect(verdict).toMatchObject({ kind: 'compile-error', message: { en: expect.stringMatching(said) } })
  })

  test('or is read, however long', async () => {
    const source = rightTs() + '// much\n'.repeat(3e4)
    expect(await verdictOn('ts', source)).toMatchObject({ kind: 'accepted' })
  })
})

test.each(['-x.cpp', '.x.cpp', 'harness.cpp', 'a"b.cpp'])(
  'a file called %s is compiled under another name',
  async (fileName) => {
    const judge = openJudge({ graderRoot, cacheRoot: CACHE_ROOT, limits: QUICK_LIMITS, seed: 'test' })
    const source = 'int scale_scores(int scores) { return scores; }'
    const { verdict } = await judge.grade({ exercise: SCALE_SCORES, language: 'cpp', source, fileName })
    const message = { en: expect.stringContaining('scale_scores cannot be called as the exercise calls it') }
    expect(verdict).toEqual({ kind: 'compile-error', message: expect.objectContaining(message) })
  },
)
