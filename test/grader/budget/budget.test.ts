import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Budget, Language } from '../../../src/core/exercise.ts'
import { SPEED_TEST_INPUT } from '../../../src/grader/words/sentences.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import {
  buildTestGraders,
  QUICK_LIMITS,
  rightCpp,
  rightPy,
  rightTs,
  SCALE_SCORES,
  submit,
} from '../scale-scores.ts'

drawTests('grader/budget', 'grader/run', 'grader/walls')

/** The tests' graders, of which one writes down each input of a measurement that it draws. */
async function countingDraws(graderRoot: string) {
  const root = mkdtempSync(join(tmpdir(), 'counting-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  cpSync(graderRoot, root, { recursive: true })
  const folder = join(root, SCALE_SCORES.id)
  const drawn = join(folder, 'drawn')
  renameSync(join(folder, 'grader.js'), join(folder, 'counted.js'))
  writeFileSync(
    join(folder, 'grader.js'),
    `import { appendFileSync } from 'node:fs'
import { grader as counted } from './counted.js'
function ratio(random) {
  const [scores, ...others] = counted.performance.ratio(random)
  appendFileSync(${JSON.stringify(drawn)}, scores.data.slice(0, 9).join() + '\\n')
  return [scores, ...others]
}
export const grader = { ...counted, performance: { ...counted.performance, ratio } }
`,
  )
  return { root, drawn: () => readFileSync(drawn, 'utf8').trim().split('\n') }
}

describe('a budget', () => {
  let graderRoot: string
  beforeAll(async () => {
    graderRoot = await buildTestGraders()
  })

  const ratio: Budget = { ratio: 4, growth: [], memory: [] }
  const growth: Budget = {
    ratio: undefined,
    growth: [{ label: 'scores 1000 -> 4000', limit: 8, gold: 6 }],
    memory: [],
  }
  const slowTs = rightTs({
    before:
      'let waste = 0; for (let at = 0; at < 1200 * scores.data.length; at++) waste += at % 7; if (waste < 0) throw 1',
  })
  const squareTs = rightTs({
    before:
      'let waste = 0; for (const one of scores.data) for (const other of scores.data) waste += one * other; if (waste === 0.5) throw 1',
  })

  test.each<[string, Language, string, Budget, object]>([
    ['is kept', 'ts', rightTs(), ratio, { kind: 'accepted', performance: { ratio: { budget: 4 } } }],
    ['is kept', 'py', rightPy(), ratio, { kind: 'accepted', performance: { ratio: { budget: 4 } } }],
    [
      'of growth is kept',
      'ts',
      rightTs(),
      growth,
      { kind: 'accepted', performance: { tier: 'gold', growth: [{ gold: 6 }] } },
    ],
    [
      'of growth is broken',
      'ts',
      squareTs,
      growth,
      { kind: 'too-slow', performance: { growth: [{ budget: 8 }] } },
    ],
  ])('%s in %s: %#', async (_, language, source, budget, verdict) => {
    expect((await submit({ graderRoot, language, source, budget })).verdict).toMatchObject(verdict)
  })

  test('that is broken is measured again, on inputs of its own', async () => {
    const counting = await countingDraws(graderRoot)
    const { verdict } = await submit({
      graderRoot: counting.root,
      language: 'ts',
      source: slowTs,
      budget: ratio,
    })
    expect(verdict).toMatchObject({ kind: 'too-slow', performance: { tier: 'none' } })
    const times = [...Map.groupBy(counting.drawn(), (input) => input).values()].map(({ length }) => length)
    // Both are warmed up, each by itself.
    expect(Math.max(...times)).toBe(2)
  })

  test.each<[string, string, RegExp]>([
    [
      'overwrites an earlier one',
      `${rightTs({ scaled: 'written(scores, sign, options.power)' })}
const room = new Float64Array(9999)
function written({ data }: any, sign: number, power: number): any {
  const into = data.length < 999 ? new Float64Array(data.length) : room.subarray(0, data.length)
  for (let at = 0; at < data.length; at++) into[at] = sign * data[at] ** power
  return into
}`,
      /^A later call changed this result/,
    ],
    [
      'takes the place of its argument',
      rightTs({
        before:
          'const given = scores.data; if (given.length > 999) { scores = { ...scores, data: given.slice() }; given.fill(0) }',
      }),
      /^The function changed its argument scores/,
    ],
  ])('does not hide that a large result %s', async (_, source, told) => {
    const { verdict } = await submit({ graderRoot, language: 'ts', source, budget: ratio })
    expect(verdict).toMatchObject({
      kind: 'invalid-output',
      failure: { case: SPEED_TEST_INPUT, summary: { en: expect.stringMatching(told) } },
    })
  })

  test('is broken by a call that takes beyond all doubt too long, and is not waited for', async () => {
    const before = 'if len(scores) > 100:\n        while True: pass'
    const limits = { ...QUICK_LIMITS, requestMs: 60_000 }
    const { verdict } = await submit({
      graderRoot,
      language: 'py',
      source: rightPy({ before }),
      budget: ratio,
      limits,
    })
    expect(verdict).toMatchObject({ kind: 'too-slow', performance: { ratio: { budget: 4, pairs: 0 } } })
  })

  test('is not broken by one process that is slower than others of the same program', async () => {
    // Only the process that was asked the cases before has met a short input.
    const slowProcess = rightTs({
      before: `const self = globalThis as any
  self.short ||= scores.data.length < 100
  let waste = 0
  for (let at = 0; self.short && at < 400 * scores.data.length; at++) waste += at % 7
  if (waste < 0) throw 1`,
    })
    const { verdict } = await submit({ graderRoot, language: 'ts', source: slowProcess, budget: ratio })
    expect(verdict).toMatchObject({ kind: 'accepted', performance: { ratio: { budget: 4 } } })
  })

  test('counts the function alone: ten times the work is too slow, however much time the arrays take to come and go', async () => {
    const before =
      'for _ in range(12): s = scores ** options["power"] * 1.0; np.flatnonzero(s > 0).astype(np.int32); s.sum()'
    const { verdict } = await submit({
      graderRoot,
      language: 'py',
      source: rightPy({ before }),
      budget: ratio,
    })
    expect(verdict).toMatchObject({ kind: 'too-slow', performance: { tier: 'none' } })
  })

  test('is not kept by threads that have ended before anyone looks, though a slow beginning foretells short batches', async () => {
    const before = `static int begun = 0;
  if (scores.data.size() > 100 && begun++ < 9) for (std::clock_t from = std::clock(); std::clock() - from < CLOCKS_PER_SEC / 25;) {}
  double waste = 0;
  const auto work = [&] { for (int time = 0; time < 12; time++) for (double score : scores.data) waste += std::pow(score, options.power); };
  if (scores.data.size() > 100) std::thread(work).join();
  if (waste == 0.5) throw 1;`
    const source = `#include <ctime>\n#include <thread>\n${rightCpp({ before })}`
    const { verdict } = await submit({ graderRoot, language: 'cpp', source, budget: ratio })
    expect(verdict).toMatchObject({ kind: 'too-slow', performance: { tier: 'none' } })
  })

  test('is not kept by an answer that is wrong where nobody seems to look', async () => {
    const source = rightTs({
      scaled:
        'scores.data.length > 100 ? new Float64Array(scores.data.length) : scores.data.map((score: number) => sign * score ** options.power)',
    })
    const { verdict } = await submit({ graderRoot, language: 'ts', source, budget: ratio })
    expect(verdict).toMatchObject({ kind: 'wrong-answer', failure: { case: SPEED_TEST_INPUT } })
  })

  test('that takes a wall clock to break is broken all the same', async () => {
    const before = 'if len(scores) > 100: time.sleep(30)'
    const { verdict } = await submit({
      graderRoot,
      language: 'py',
      source: rightPy({ before }),
      budget: ratio,
    })
    expect(verdict).toMatchObject({ kind: 'too-slow', performance: { tier: 'none' } })
  })
})
