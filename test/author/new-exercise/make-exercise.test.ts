import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeExercise, type NewExercise } from '../../../src/author/new-exercise/make-exercise.ts'
import { verifyExercise } from '../../../src/author/verify-exercise.ts'
import { parseExercise } from '../../../src/content/parse-exercise.ts'
import type { Exercise } from '../../../src/core/exercise.ts'
import { Problem } from '../../../src/core/problem.ts'
import { buildGraders } from '../../../tools/build-graders.ts'

const MEDIAN: NewExercise = {
  id: 'median-filter',
  signature: '(image: u8[H,W], ksize: int) -> u8[H,W]',
  title: undefined,
  titleZh: undefined,
}
/** Every type, a length that is computed, and a record in a record. */
const EVERYTHING: NewExercise = {
  id: 'every-type',
  signature:
    '(heads: f32[A,5+C], anchors: f64[A,2], marks: i32[C], options: {size: int, inner: {scale: f64, name: str}}, flip: bool) -> {boxes: f32[K,4], count: int}',
  title: 'Every "type"',
  titleZh: '每种类型',
}

/** As a clone is laid out, with the sources of the real one. */
function openClone(): string {
  const root = mkdtempSync(join(tmpdir(), 'clone-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const folder of ['exercises', 'graders']) mkdirSync(join(root, folder), { recursive: true })
  for (const shared of ['src', 'node_modules', 'package.json'])
    symlinkSync(resolve(shared), join(root, shared))
  return root
}

const cloneAt = (root: string) => ({ root, isOwn: false, locale: 'en' }) as const

function exerciseIn(root: string, id: string): Exercise {
  const path = join(root, 'exercises', id, 'exercise.yaml')
  const { exercise, faults } = parseExercise(readFileSync(path, 'utf8'), id, path)
  if (exercise === undefined) throw new Error(JSON.stringify(faults))
  return exercise
}

function problemOf(action: () => void): string {
  try {
    action()
  } catch (error) {
    if (error instanceof Problem) return `${error.message} ${error.remedy}`
    throw error
  }
  return 'none'
}

describe('a new exercise', () => {
  test('has every part that an exercise needs', () => {
    const root = openClone()
    const { files: written } = makeExercise(cloneAt(root), EVERYTHING)
    expect(written.map((path) => path.replaceAll('every-type', 'ID'))).toEqual([
      'exercises/ID/exercise.yaml',
      'exercises/ID/statement.en.md',
      'exercises/ID/statement.zh.md',
      'graders/ID/solution.en.md',
      'graders/ID/solution.zh.md',
      'graders/ID/grader.ts',
      'graders/ID/rules.ts',
      'graders/ID/reference.ts',
      'graders/ID/reference.py',
      'graders/ID/reference.cpp',
      'graders/ID/submissions/accepted/README.md',
      'graders/ID/submissions/wrong/README.md',
      'graders/ID/submissions/slow/README.md',
      'graders/ID/fixtures.py',
    ])
    for (const path of written) expect(existsSync(join(root, path))).toBe(true)
    expect(exerciseIn(root, 'every-type').title).toEqual({ en: 'Every "type"', zh: '每种类型' })
    expect(readFileSync(join(root, 'exercises/every-type/statement.zh.md'), 'utf8')).toMatch(
      /\*\*约定\*\*[\s\S]*\*\*示例\*\*/,
    )
  })

  test('has the types of its signature, and they hold', () => {
    const root = openClone()
    makeExercise(cloneAt(root), MEDIAN)
    makeExercise(cloneAt(root), EVERYTHING)
    const options = {
      extends: resolve('tsconfig.json'),
      include: ['graders'],
      compilerOptions: { typeRoots: [resolve('node_modules/@types')] },
    }
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(options))
    const { stdout, status } = spawnSync(
      process.execPath,
      [resolve('node_modules/typescript/bin/tsc'), '-p', root],
      {
        encoding: 'utf8',
      },
    )
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
    expect(readFileSync(join(root, 'graders/median-filter/reference.ts'), 'utf8')).toContain(
      "export function medianFilter(image: Nd<'u8'>, ksize: number): Nd<'u8'> {",
    )
  })

  test('is told exactly what it lacks', async () => {
    const root = openClone()
    makeExercise(cloneAt(root), MEDIAN)
    const graderRoot = join(root, 'built')
    await buildGraders(join(root, 'graders'), graderRoot)
    const { judged, gaps } = await verifyExercise({
      exercise: exerciseIn(root, 'median-filter'),
      folder: join(root, 'graders/median-filter'),
      learnerFolder: join(root, 'exercises/median-filter'),
      graderRoot,
      seed: 'new',
    })
    expect(judged).toEqual([])
    expect(gaps).toMatchInlineSnapshot(`
      [
        "exercise.yaml:2 is still to be written: title.zh.",
        "exercise.yaml:3 is still to be written: the deck that it belongs to.",
        "exercise.yaml:5 is still to be written: all that the statement allows of each length and parameter; it shows these ranges, and cases at their ends follow from them.",
        "exercise.yaml:10 is still to be written: how hard it is for one who knows the cards: easy, medium or hard.",
        "exercise.yaml:11 is still to be written: how long one takes who knows the cards.",
        "exercise.yaml:12 is still to be written: ids of the cards to know first, such as adam/bias-correction-m.",
        "exercise.yaml:14 is still to be written: in steps, the vaguest first, each with en and zh.",
        "statement.en.md:1 is still to be written: what to compute, in two or three sentences. Neither the signature nor the budget: the program shows them.",
        "statement.en.md:3 is still to be written: the truth library's function.",
        "statement.en.md:5 is still to be written: borders, rounding, ties, empty inputs, the tolerance, and what is not tested.",
        "statement.en.md:9 is still to be written: one small example, worked out, with the arguments and the answer; grader.ts has the same arguments among its examples.",
        "statement.en.md:11 is still to be written: the truth library's documentation, or paper and section.",
        "statement.zh.md:1 is still to be written: 两三句话说明要计算什么。不写签名和性能要求，程序会显示.",
        "statement.zh.md:3 is still to be written: 标准库的函数.",
        "statement.zh.md:5 is still to be written: 边界、取整、并列、空输入、误差范围，以及不测试的情况.",
        "statement.zh.md:9 is still to be written: 一个算好的小例子，写出参数和结果；grader.ts 的 examples 里是同样的参数.",
        "statement.zh.md:11 is still to be written: 标准库的文档，或论文及章节.",
        "fixtures.py:8 is still to be written: ask the truth library.",
        "fixtures.py:13 is still to be written: for each of ten or more inputs yield {"en": name, "zh": name}, [image, ksize], truth(image, ksize).",
        "fixtures.py:17 is still to be written: the name of the file, the call of the truth library, and its package beside numpy.",
        "grader.ts:7 is still to be written: the arguments of the statement's example: [[...args]].",
        "grader.ts:9 is still to be written: hand-made cases [{ en, zh }, ...args], tiny ones first, for they are shown whole; then ties and whatever chance does not bring.",
        "grader.ts:11 is still to be written: settle and valid, where the statement demands more than ranges; random, where anything that they allow is seldom worth asking.",
        "grader.ts:12 is still to be written: performance, if exercise.yaml has a budget.",
        "reference.cpp:1 is still to be written: the reference in C++.",
        "reference.py:1 is still to be written: the reference in Python.",
        "reference.ts:3 is still to be written: as which function of the truth library, and how.",
        "rules.ts:4 is still to be written: the wrong choices that people really make.",
        "rules.ts:10 is still to be written: a field for each rule, such as its border, its rounding, the order of ties; until then a choice is a whole implementation.",
        "solution.en.md:1 is still to be written: the argument, in the words of the reference.",
        "solution.en.md:3 is still to be written: time and memory, against the obvious way.",
        "solution.en.md:5 is still to be written: what most people get wrong.",
        "solution.en.md:7 is still to be written: paper, book or documentation.",
        "solution.zh.md:1 is still to be written: 对照参考实现讲清理由.",
        "solution.zh.md:3 is still to be written: 时间和内存，与最直接的写法相比.",
        "solution.zh.md:5 is still to be written: 多数人在哪里出错.",
        "solution.zh.md:7 is still to be written: 论文、书或文档.",
        "It has 0 wrong submissions, and needs 4.",
        "It has 0 accepted submissions in TypeScript, and needs 2.",
        "It has 0 accepted submissions in Python, and needs 2.",
        "It has 0 accepted submissions in C++, and needs 2.",
        "It has no hand-made cases.",
        "It has no fixtures from a truth library.",
        "It has no rules: no mistake can be named.",
        "It has 0 hints, and needs 3.",
        "It has 0 prerequisites, and needs 2: cards to know first.",
        "No case can be prepared: reference.ts, case "H is 1": not implemented.",
      ]
    `)
  })
})

describe('nothing is written for', () => {
  test.each([
    {
      what: 'an id that is none',
      change: { id: 'Median Filter' },
      says: /^"Median Filter" is no id of an exercise\. Write it in lower-case/,
    },
    {
      what: 'an id that no language can call',
      change: { id: '3d-conv' },
      says: /^"3d-conv" is no id of an exercise\./,
    },
    {
      what: 'a signature without a result',
      change: { signature: '(a: int)' },
      says: /^Signature "\(a: int\)": "->" expected at column 9\. Write it like/,
    },
    {
      what: 'a type that is none',
      change: { signature: '(a: u16[H]) -> int' },
      says: /"u16" is none of the types .* at column 5/,
    },
    {
      what: 'an array of what none holds',
      change: { signature: '(a: bool[H]) -> int' },
      says: /"bool\[…\]" is none of the types .* at column 5/,
    },
    {
      what: 'a length that is none',
      change: { signature: '(a: u8[H,]) -> int' },
      says: /a length expected at column 10/,
    },
    {
      what: 'a name twice',
      change: { signature: '(a: int, a: int) -> int' },
      says: /the name a a second time/,
    },
    {
      what: 'a name that a language keeps',
      change: { signature: '(lambda: f64) -> f64' },
      says: /^"lambda" cannot be a name in every language\. Call it otherwise, such as lambdaValue\.$/,
    },
  ])('$what', ({ change, says }) => {
    const root = openClone()
    expect(problemOf(() => makeExercise(cloneAt(root), { ...MEDIAN, ...change }))).toMatch(says)
    expect(readdirSync(join(root, 'exercises'))).toEqual([])
    expect(readdirSync(join(root, 'graders'))).toEqual([])
  })

  test.each(['exercises/median-filter', 'graders/median-filter'])('an id that has %s', (taken) => {
    const root = openClone()
    mkdirSync(join(root, taken))
    expect(problemOf(() => makeExercise(cloneAt(root), MEDIAN))).toBe(
      `${taken} is there already. Choose another id, or go on working there.`,
    )
  })
})
