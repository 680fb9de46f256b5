import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '../../../src/content/load-content.ts'
import type { Exercise } from '../../../src/core/exercise.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import { parseSignature } from '../../../src/core/signature.ts'
import { isArray, type NdArray, sizeOf } from '../../../src/core/value.ts'
import type { Failure, NamedValue } from '../../../src/core/verdict.ts'
import { gradeSubmission } from '../../../src/grader/grade-submission.ts'
import { shrinkArguments } from '../../../src/grader/judge/shrink-arguments.ts'
import { threw } from '../../../src/grader/words/sentences.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import { buildTestGraders, QUICK_LIMITS, rightTs, SCALE_SCORES } from '../scale-scores.ts'

drawTests('grader')

const ROW_SUMS: Exercise = {
  ...SCALE_SCORES,
  id: 'row-sums' as ExerciseId,
  signature: parseSignature(
    '(image: u8[H,W], weights: f64[W], options: {power: int, name: str, negate: bool}) -> f64[H]',
  ),
}

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

/** A right answer in JavaScript, but for what it does to each term, or before the first. */
function sums({ term = 'term', before = '', name = 'rowSums' } = {}): string {
  return `const seen = new Set()
export function ${name}({ shape: [height, width], data: pixels }, weights, { power, negate }) {
  const data = new Float64Array(height)
  ${before}
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const pixel = pixels[row * width + column]
      const term = (negate ? -1 : 1) * weights.data[column] * pixel ** power
      data[row] += ${term}
    }
  return { shape: [height], data }
}`
}

async function failureOf(source: string, exercise = ROW_SUMS, seed = 'shrink'): Promise<Failure> {
  const request = { exercise, language: 'js', source, fileName: 'sums.js', seed, graderRoot } as const
  const { verdict } = await gradeSubmission({ ...request, limits: QUICK_LIMITS })
  if (!('failure' in verdict) || verdict.failure === undefined) throw new Error(`is ${verdict.kind}`)
  return verdict.failure
}

/** As a learner sees them: arrays as plain numbers. */
function plain({ args }: Failure) {
  return Object.fromEntries(
    args.map(({ name, value }) => [
      name,
      typeof value === 'object' && isArray(value) ? { shape: value.shape, data: [...value.data] } : value,
    ]),
  )
}

describe('a failing random case is made as small as it can be', () => {
  test('down to the one number that matters', async () => {
    const failure = await failureOf(sums({ term: '(pixel > 100 ? 0 : term)' }))
    expect(failure.case.en).toMatch(/^from "random \d", made smaller$/)
    expect(failure.case.zh).toMatch(/^由“随机 \d”缩小而来$/)
    expect(plain(failure)).toEqual({
      image: { shape: [1, 1], data: [101] },
      weights: { shape: [1], data: [1] },
      options: { power: 1, name: '', negate: false },
    })
    expect(failure.summary.en).toBe('result[0] is 0, expected 101')
  })

  test('and keeps what the mistake needs', async () => {
    const failure = await failureOf(sums({ term: '(row > 0 && column > 1 && negate ? 0 : term)' }))
    const { image, weights, options } = plain(failure)
    expect(image).toMatchObject({ shape: [2, 3] })
    expect(weights).toEqual({ shape: [3], data: [0, 0, 1] })
    expect(options).toMatchObject({ negate: true })
  })

  test('where it throws, for the same error', async () => {
    const before =
      'if (weights.data.some((weight) => weight < 0)) { if (height > 1) throw new RangeError("x"); throw new TypeError("y") }'
    const failure = await failureOf(sums({ before }))
    expect(failure.summary).toEqual(threw('RangeError'))
    expect(plain(failure)['image']).toMatchObject({ shape: [2, 1], data: [0, 0] })
  })

  test('and still shows the mistake that was diagnosed', async () => {
    const source = sums({ term: '(negate ? -1 : 1) * pixel ** power' })
    const failure = await failureOf(source)
    // A weight of 1 would hide it, and so would a pixel of 0.
    expect(plain(failure)).toMatchObject({ image: { shape: [1, 1], data: [1] }, weights: { data: [0] } })
  })

  test('by the steps of the grader where it has its own', async () => {
    const exercise = { ...ROW_SUMS, id: 'row-sums-by-hand' as ExerciseId }
    const failure = await failureOf(sums({ name: 'rowSumsByHand', term: '0' }), exercise)
    expect(plain(failure)).toMatchObject({ options: { name: '' } })
    const image = failure.args[0]?.value as NdArray
    expect(image.shape[0]).toBeGreaterThan(5)
  })

  test.each(['1', '2', '3'])(
    'by other draws where the grader does not say what is valid: %s',
    async (seed) => {
      const scaled =
        'scores.data.map((score: number) => scores.data.length > 4 ? 0 : sign * score ** options.power)'
      const exercise = SCALE_SCORES
      const request = { exercise, language: 'ts', fileName: 'a.ts', seed, graderRoot } as const
      const { verdict } = await gradeSubmission({ ...request, source: rightTs({ scaled }) })
      expect(verdict).toMatchObject({ failure: { args: [{ value: { shape: [5] } }, {}] } })
    },
  )
})

test('a failing number that is next to nothing is not made of an ordinary one', async () => {
  const { exercises } = await loadContent({ builtIn: 'dist' })
  const exercise = exercises.get('bce-with-logits' as ExerciseId)
  if (exercise === undefined) throw new Error('no such exercise')
  const source = `export function bceWithLogits(logits, targets) {
    const [n, grad] = [logits.data.length, new Float32Array(logits.data.length)]
    let loss = 0
    logits.data.forEach((x, i) => {
      loss += (Math.log(1 + Math.exp(-x)) + (1 - targets.data[i]) * x) / n
      grad[i] = (1 / (1 + Math.exp(-x)) - targets.data[i]) / n
    })
    return { loss, grad: { shape: logits.shape, data: grad } }
  }`
  const request = { exercise, language: 'js', source, fileName: 'a.js', graderRoot: 'dist/graders' } as const
  for (const seed of ['a', 'b', 'c']) {
    const { verdict } = await gradeSubmission({ ...request, seed })
    // With a target of 0 it would be infinite where 4.5e-309 is right.
    expect(verdict).toMatchObject({
      failure: { expected: { loss: expect.toSatisfy((loss) => loss === 0 || loss > 1) } },
    })
  }
})

test('the same seed comes to the same case', async () => {
  const source = sums({ term: '(pixel % 7 === 3 ? 0 : term)' })
  expect(await failureOf(source, ROW_SUMS, 'a')).toEqual(await failureOf(source, ROW_SUMS, 'a'))
})

test('a smaller input that takes too long ends the search, and what was found by then is shown', async () => {
  const before = 'if (height < 3) for (;;) {}'
  const request = {
    exercise: ROW_SUMS,
    language: 'js',
    fileName: 'sums.js',
    seed: 'shrink',
    graderRoot,
    limits: { ...QUICK_LIMITS, requestMs: 300 },
  } as const
  const { verdict } = await gradeSubmission({ ...request, source: sums({ before, term: '0' }) })
  expect(verdict).toMatchObject({
    kind: 'wrong-answer',
    failure: { case: { en: expect.stringContaining('made smaller') } },
  })
  const image = 'failure' in verdict ? (verdict.failure?.args[0]?.value as NdArray) : undefined
  expect([3, 4, 5]).toContain(image?.shape[0])
})

test('one that fails only the first time is shown as it was', async () => {
  const before = 'if (!seen.has(pixels.join())) { seen.add(pixels.join()); data[0] = 7 }'
  expect((await failureOf(sums({ before }))).case.en).toMatch(/^random \d$/)
})

test('two numbers that hang together become simpler together', () => {
  const { params } = parseSignature('(ksize: int, padding: int) -> f64[M]')
  const args = [5, 2].map((value, at) => ({ name: params[at]?.name ?? '', value }))
  // The window of a row of one number fits, and is not over the padding alone.
  const isValid = ([ksize = 0, padding = 0]: readonly number[]) =>
    ksize > 0 && padding <= ksize / 2 && ksize <= 1 + 2 * padding
  const numbersIn = (given: readonly NamedValue[]) => given.map(({ value }) => Number(value))
  const steps = shrinkArguments(params, args)
  let step = steps.next(false)
  while (!step.done) step = steps.next(isValid(numbersIn(step.value)))
  expect(numbersIn(step.value)).toEqual([1, 0])
})

test('whatever is yielded has the types of the signature and equal lengths, and it comes to an end', () => {
  const { params } = ROW_SUMS.signature
  const length = fc.integer({ min: 0, max: 6 })
  fc.assert(
    fc.property(
      length,
      length,
      fc.array(fc.boolean(), { minLength: 1 }),
      fc.double(),
      (height, width, says, number) => {
        const image = {
          dtype: 'u8',
          shape: [height, width],
          data: new Uint8Array(height * width).fill(99),
        } as const
        const weights = { dtype: 'f64', shape: [width], data: new Float64Array(width).fill(number) } as const
        const options = { power: 3, name: 'name', negate: true }
        const start: readonly NamedValue[] = [image, weights, options].map((value, at) => ({
          name: params[at]?.name ?? '',
          value,
        }))
        const steps = shrinkArguments(params, start)
        let step = steps.next(false)
        for (let at = 0; !step.done; at++) {
          const [small, along] = step.value.map(({ value }) => value) as [NdArray, NdArray]
          expect(small.data.length).toBe(sizeOf(small.shape))
          expect(along.shape).toEqual([small.shape[1]])
          expect(small.data).toBeInstanceOf(Uint8Array)
          step = steps.next(says[at % says.length] ?? false)
        }
      },
    ),
  )
})
