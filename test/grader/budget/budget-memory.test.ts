import { beforeAll, describe, expect, test } from 'vitest'
import type { Exercise, Language } from '../../../src/core/exercise.ts'
import type { Grading } from '../../../src/core/grading.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import { parseSignature } from '../../../src/core/signature.ts'
import { cardsTaughtBy } from '../../../src/core/verdict.ts'
import { memorySide } from '../../../src/grader/budget/measure-memory.ts'
import { gradeSubmission } from '../../../src/grader/grade-submission.ts'
import { READS_USAGE } from '../../../src/grader/run/process-usage.ts'
import { gradingFields } from '../../../src/output/json/grading-json.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import { buildTestGraders, CACHE_ROOT } from '../scale-scores.ts'

drawTests('grader/budget', 'grader/run', 'grader/walls')

const OUTER_SUM: Exercise = {
  id: 'outer-sum' as ExerciseId,
  title: { en: 'Outer sum', zh: '外和' },
  topic: 'sums',
  signature: parseSignature('(values: f64[N]) -> f64'),
  difficulty: 'easy',
  minutes: 5,
  prerequisites: [],
  budget: { ratio: undefined, growth: [], memory: [{ label: 'N 1000 -> 5000', limit: 3 }] },
  hints: [],
}

const ROW_BY_ROW_TS = `export function outerSum({ data }: { data: Float64Array }) {
  let sum = 0
  for (const one of data) for (const other of data) sum += Math.max(one, other)
  return sum
}`
const WHOLE_TS = `export function outerSum({ data }: { data: Float64Array }) {
  const all = new Float64Array(data.length ** 2)
  for (let at = 0; at < all.length; at++) all[at] = Math.max(data[Math.floor(at / data.length)], data[at % data.length])
  return all.reduce((sum, one) => sum + one, 0)
}`
const ROW_BY_ROW_PY = `import numpy as np
def outer_sum(values):
    return float(sum(np.maximum(value, values).sum() for value in values))`
const WHOLE_PY = `import numpy as np
def outer_sum(values):
    return np.maximum.outer(values, values).sum()`
const ROW_BY_ROW_CPP = `#include "anneal.hpp"
double outer_sum(const NdArray<double>& values) {
  double sum = 0;
  for (double one : values.data) for (double other : values.data) sum += std::max(one, other);
  return sum;
}`
const WHOLE_CPP = `#include "anneal.hpp"
double outer_sum(const NdArray<double>& values) {
  std::vector<double> all;
  all.reserve(values.data.size() * values.data.size());
  for (double one : values.data) for (double other : values.data) all.push_back(std::max(one, other));
  return std::accumulate(all.begin(), all.end(), 0.0);
}`

/** Another takes over where the first is, which then ends by itself: the process seems to hold nothing. */
const ON_ANOTHER_THREAD_CPP = `${WHOLE_CPP.replace('double outer_sum', 'static double whole')}
#include <pthread.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>
static ucontext_t here, last;
static char stack[1 << 16];
static bool is_moved = false;
static volatile int first = 1;
static void *go_on(void *) {
  while (first) sched_yield();
  setcontext(&here);
  return nullptr;
}
static void leave() {
  pthread_t other;
  pthread_create(&other, nullptr, go_on, nullptr);
  // Its end makes it 0.
  syscall(SYS_set_tid_address, &first);
  syscall(SYS_exit, 0);
}
double outer_sum(const NdArray<double>& values) {
  getcontext(&here);
  if (!is_moved) {
    is_moved = true;
    getcontext(&last);
    last.uc_stack.ss_sp = stack;
    last.uc_stack.ss_size = sizeof stack;
    makecontext(&last, leave, 0);
    setcontext(&last);
  }
  return whole(values);
}`

// Where the system does not tell how much a process holds, this budget is not measured.
describe.runIf(READS_USAGE)('a memory budget', () => {
  let graderRoot: string
  beforeAll(async () => {
    graderRoot = await buildTestGraders()
  })

  function grade(language: Language, source: string): Promise<Grading> {
    const request = { exercise: OUTER_SUM, language, source, fileName: `sum.${language}`, seed: 'memory' }
    return gradeSubmission({ ...request, graderRoot, cacheRoot: CACHE_ROOT })
  }

  test.each([
    ['ts', ROW_BY_ROW_TS],
    ['py', ROW_BY_ROW_PY],
    ['cpp', ROW_BY_ROW_CPP],
  ] as const)('is kept by what holds no more than its input, in %s', async (language, source) => {
    const { verdict } = await grade(language, source)
    expect(verdict).toMatchObject({
      kind: 'accepted',
      performance: { tier: 'pass', memory: [{ label: 'N 1000 -> 5000', budget: 3, ratio: 1 }] },
    })
  })

  test.each([
    ['ts', WHOLE_TS],
    ['py', WHOLE_PY],
    ['cpp', WHOLE_CPP],
  ] as const)('is broken by what holds all pairs at once, in %s', async (language, source) => {
    const grading = await grade(language, source)
    expect(grading.verdict).toMatchObject({
      kind: 'memory-budget',
      performance: { tier: 'none' },
      lesson: {
        of: 'memory',
        cause: { en: expect.stringMatching(/all pairs|more than/) },
        better: { en: 'one row of pairs at a time' },
        cards: ['sums/rows'],
      },
    })
    expect(cardsTaughtBy(grading.verdict)).toEqual(['sums/rows'])
    expect(gradingFields(OUTER_SUM.id, grading, 'en')).toMatchObject({
      verdict: 'memory-budget',
      lesson: { fast: null, lean: 'one row of pairs at a time' },
      performance: { memory: [{ label: 'N 1000 -> 5000', budget: 3, pairs: 1 }] },
    })
  })

  test.each([
    [
      'ts',
      'a room that was taken while it was loaded',
      WHOLE_TS.replace('new Float64Array(data.length ** 2)', 'room.subarray(0, data.length ** 2)') +
        '\nconst room = new Float64Array(5000 ** 2).fill(1)',
    ],
    [
      'py',
      'a room that is given away before another is taken',
      `${WHOLE_PY.replace('values):', 'values, held=[np.ones(26 * 10**6)]):\n    len(values) > 1000 and held.clear()')}`,
    ],
    [
      'ts',
      'as much at the smaller size',
      WHOLE_TS.replace('data.length ** 2', '(data.length < 1000 ? data.length : 5000) ** 2').replace(
        'all.length',
        'data.length ** 2',
      ),
    ],
    ['cpp', 'a first thread that ends, and all that goes on in another', ON_ANOTHER_THREAD_CPP],
  ] as const)('is not kept in %s by %s', async (language, _, source) => {
    expect((await grade(language, source)).verdict).toMatchObject({ kind: 'memory-budget' })
  })

  test('is not kept by what fails at the larger size', async () => {
    const source = `import numpy as np
def outer_sum(values):
    if len(values) > 1000: raise ValueError("too many")
    return np.maximum.outer(values, values).sum()`
    expect((await grade('py', source)).verdict).toMatchObject({
      kind: 'runtime-error',
      message: { en: expect.stringContaining('too many') },
    })
  })
})

test('a first run that is near the limit decides nothing; three do, but where they lie far on both sides', () => {
  expect(memorySide(3, [])).toBe('open')
  expect(memorySide(3, [1])).toBe('within')
  expect(memorySide(3, [5])).toBe('over')
  expect(memorySide(3, [2.5])).toBe('open')
  expect(memorySide(3, [2.5, 2.6])).toBe('open')
  expect(memorySide(3, [2.5, 2.6, 2.7])).toBe('within')
  expect(memorySide(3, [2.9, 3.1, 3.2])).toBe('edge')
  expect(memorySide(3, [3.4, 3.5, 3.6])).toBe('over')
  expect(memorySide(3, [2.5, 3.4, 3.5])).toBe('open')
})
