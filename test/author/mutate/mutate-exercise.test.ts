import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { describeMutation } from '../../../src/author/mutate/describe-mutation.ts'
import { mutateExercise } from '../../../src/author/mutate/mutate-exercise.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import { parseSignature } from '../../../src/core/signature.ts'
import { buildGraders } from '../../../tools/build-graders.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import { SCALE_SCORES } from '../../grader/scale-scores.ts'

drawTests('author', 'kit')

const TALLY = {
  ...SCALE_SCORES,
  id: 'tally' as ExerciseId,
  signature: parseSignature('(values: i32[N], most: int) -> int'),
}

interface Toy {
  readonly cases: readonly (readonly [values: readonly number[], most: number])[]
  /** The body of `(random) => [values, most]`. */
  readonly random?: string
  readonly reference?: string
  readonly exported?: string
  readonly files?: { readonly [name: string]: string }
}

/** What is said of an exercise whose folder holds just this. */
async function mutate({
  cases,
  random = '[[1], 5]',
  reference = REFERENCE,
  exported = 'tally',
  files = {},
}: Toy) {
  const root = mkdtempSync(join(tmpdir(), 'mutate-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, 'graders', 'tally')
  mkdirSync(folder, { recursive: true })
  const grader = `import { ${exported} as tally } from './reference.ts'
const args = ([values, most]) => [{ shape: [values.length], data: Int32Array.from(values) }, most]
export const grader = {
  reference: tally,
  cases: ${JSON.stringify(cases)}.map((one) => ({ name: { en: JSON.stringify(one), zh: '' }, args: args(one) })),
  random: (random) => args(${random}),
  randomCases: 2,
  comparison: { kind: 'exact' },
  mutants: [],
}`
  const all = { 'grader.ts': grader, 'reference.ts': reference, 'at-most.ts': AT_MOST, ...files }
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text)
  const graderRoot = join(root, 'built')
  await buildGraders(join(root, 'graders'), graderRoot)
  const mutation = await mutateExercise({ exercise: TALLY, folder, sources: 'src', graderRoot })
  return describeMutation('tally', 'graders/tally', mutation)
}

/** It has a file of its own beside it, something that is done when it is loaded, and a loop that mutants make endless, one from elsewhere. */
const REFERENCE = `import { atMost } from './at-most.ts'

const STEP = 1 + 1

export function tally(values: { readonly data: Int32Array }, most: number): number {
  let total = 0
  for (const value of values.data) total += atMost(value, most)
  while (total >= STEP) total -= STEP
  return total
}
`
const AT_MOST = `export function atMost(value: number, most: number): number {
  return value > most ? most : value
}
`
const STRONG = [
  [[1, 1], 5],
  [[1, 2], 5],
  [[8], 5],
] as const
const EQUIVALENT = `- file: at-most.ts
  was: "return value > most ? most : value"
  is: "return value >= most ? most : value"
  reason: Where the two are equal either will do.
`

test('cases that tell every mutant but an equivalent one are enough', async () => {
  const files = { 'equivalent.yaml': EQUIVALENT }
  expect(await mutate({ cases: STRONG, files })).toEqual({
    wrong: 0,
    lines: ['tally: 12 mutants, all told from the reference, 1 equivalent'],
  })
})

test('a survivor is told by its place, its change and the case that is wanted', async () => {
  expect(await mutate({ cases: STRONG.slice(0, 2) })).toEqual({
    wrong: 2,
    lines: [
      'tally: 12 mutants, 2 not told from the reference, 0 equivalent',
      '  graders/tally/at-most.ts:2 (ConditionalExpression)',
      '    - return value > most ? most : value',
      '    + return false ? most : value',
      '    Wanted: a case for each way the condition can turn out, which matters to the result.',
      '  graders/tally/at-most.ts:2 (EqualityOperator)',
      '    - return value > most ? most : value',
      '    + return value >= most ? most : value',
      '    Wanted: a case in which both sides are equal, and it matters to the result.',
    ],
  })
})

test('what only some gradings tell is a survivor', async () => {
  const random = '[[random.pick([1, 1, 1, 8])], 5]'
  const files = { 'equivalent.yaml': EQUIVALENT }
  const { lines } = await mutate({ cases: STRONG.slice(0, 2), random, files })
  expect(lines.slice(1, 4)).toEqual([
    '  graders/tally/at-most.ts:2 (ConditionalExpression)',
    '    - return value > most ? most : value',
    '    + return false ? most : value',
  ])
  expect(lines.slice(4)).toEqual([
    expect.stringMatching(/^ {4}Random cases tell it with [1-4] seeds only: add a hand-made case/),
  ])
})

test('code that no case comes to is told as such', async () => {
  const reference = `${REFERENCE}export function unused(): number {\n  return 1 + 1\n}\n`
  const files = { 'equivalent.yaml': EQUIVALENT }
  const { wrong, lines } = await mutate({ cases: STRONG, reference, files })
  expect(wrong).toBe(2)
  expect(lines.slice(-4)).toEqual([
    '  graders/tally/reference.ts:12 (ArithmeticOperator)',
    '    - return 1 + 1',
    '    + return 1 - 1',
    '    No case comes to this place: add one that does, or take the code away.',
  ])
})

test('an entry whose mutant is told, or is not made, is stale', async () => {
  const entries = `- was: while (total >= STEP) total -= STEP
  is: while (total > STEP) total -= STEP
  reason: I hoped so.
- file: at-most.ts
  was: "return value > most ? most : value"
  is: "return value >= most ? most : value"
  nth: 2
  reason: It stood there twice.
`
  const { wrong, lines } = await mutate({ cases: STRONG, files: { 'equivalent.yaml': EQUIVALENT + entries } })
  expect(wrong).toBe(2)
  expect(lines.slice(1)).toEqual([
    '  graders/tally/equivalent.yaml (reference.ts)',
    '    - while (total >= STEP) total -= STEP',
    '    + while (total > STEP) total -= STEP',
    '    It is told from the reference by "[[1,1],5]": take the entry out.',
    '  graders/tally/equivalent.yaml (at-most.ts, nth: 2)',
    '    - return value > most ? most : value',
    '    + return value >= most ? most : value',
    '    No such mutant is made: take the entry out.',
  ])
})

test('a mutant that ends its thread is told by that, and the others are tried', async () => {
  const reference = REFERENCE.replace(
    'let total = 0',
    'if (values.data.length > 9) process.exit()\n  let total = 0',
  )
  const cases = [...STRONG, [Array(9).fill(0), 1]] as const
  const { lines } = await mutate({ cases, reference, files: { 'equivalent.yaml': EQUIVALENT } })
  // It exits with `true`, `>=` and `<=`.
  expect(lines[0]).toBe('tally: 17 mutants, 2 not told from the reference, 1 equivalent')
  expect(lines.filter((line) => line.startsWith('    + '))).toEqual([
    '    + if (false) process.exit()',
    '    + if (values.data.length > 9) ;',
  ])
})

test('a mutant that changes its input is told by that', async () => {
  const reference = REFERENCE.replace(
    'let total = 0',
    'const sorted = values.data.slice().sort()\n  let total = 0',
  )
  const sorting = reference.replace('of values.data', 'of sorted')
  const files = { 'equivalent.yaml': EQUIVALENT }
  const { lines } = await mutate({ cases: [...STRONG, [[2, 1], 5]], reference: sorting, files })
  // And not `values.data.sort()`.
  expect(lines.filter((line) => line.startsWith('    + '))).toEqual([
    '    + const sorted = values.data.slice()',
  ])
})

test('a reference that fails its own cases, or a grader that throws, is told', async () => {
  const throws = REFERENCE.replace(
    'let total = 0',
    'let total = 0\n  if (most === 5) throw new Error("not five")',
  )
  expect(await mutate({ cases: STRONG, reference: throws })).toEqual({
    wrong: 1,
    lines: ['tally: no mutant can be tried: reference.ts, case "[[1,1],5]": not five.'],
  })
  const forgets = REFERENCE.replace('let total = 0', 'let total = calls++').replace(
    'const STEP',
    'let calls = 0\nconst STEP',
  )
  const { lines } = await mutate({ cases: STRONG, reference: forgets })
  expect(lines).toEqual(['tally: no mutant can be tried: reference.ts fails its own case "[[1,1],5]"'])
  const renamed = REFERENCE.replace('function tally', 'function reckon')
  expect((await mutate({ cases: STRONG, reference: renamed, exported: 'reckon' })).lines).toEqual([
    'tally: no mutant can be tried: reference.ts exports no function tally',
  ])
  const leaving = await mutate({ cases: STRONG, random: 'process.exit()' })
  expect(leaving.lines).toEqual([
    'tally: no mutant can be tried: its cases cannot be prepared, or not in a minute',
  ])
})
