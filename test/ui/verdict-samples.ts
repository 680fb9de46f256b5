import type { Attempt } from '../../src/app/submit-solution.ts'
import type { CardId } from '../../src/core/ids.ts'
import { type Text, verbatim } from '../../src/core/locale.ts'
import type { NdArray, Value } from '../../src/core/value.ts'
import type { Failure, Verdict, VerdictKind } from '../../src/core/verdict.ts'
import { STOPPED } from '../../src/grader/words/ending-sentences.ts'
import { differs, returnedInstead, TELLS_NO_SIDE } from '../../src/grader/words/sentences.ts'

export function matrix(rows: number, columns: number, at: (row: number, column: number) => number): NdArray {
  const data = Float64Array.from({ length: rows * columns }, (_, index) =>
    at(Math.floor(index / columns), index % columns),
  )
  return { dtype: 'f64', shape: [rows, columns], data }
}

export function failure(
  expected: Value | undefined,
  got: Value | undefined,
  change: Partial<Failure> = {},
): Failure {
  return {
    case: { en: 'noise 7x5, ksize 3', zh: '噪声 7x5，ksize 3' },
    args: [
      { name: 'image', value: matrix(2, 2, (row, column) => 2 * row + column) },
      { name: 'ksize', value: 3 },
    ],
    expected,
    got,
    summary: differs('result[1, 0]', '7', '2'),
    worst: {
      at: 'result[1, 0]',
      first: 'result[1, 0]',
      expected: 2,
      got: 7,
      absolute: 5,
      relative: 2.5,
      wrong: 1,
      of: 4,
    },
    ...change,
  }
}

const CASES = { passed: 3, total: 9 }
const PERFORMANCE = {
  tier: 'none',
  edge: undefined,
  ratio: { ratio: 11.2, budget: 4, interval: [10.1, 12.3], pairs: 16, side: 'over' },
  growth: [
    { label: 'ksize 5 -> 25', ratio: 3, budget: 8, gold: 2, interval: [2.8, 3.2], pairs: 16, side: 'within' },
  ],
  memory: [
    { label: 'S 2000 -> 8000', ratio: 3.9, budget: 6, interval: [3.9, 3.9], pairs: 1, side: 'within' },
  ],
} as const
const FAILURE = failure(
  matrix(2, 2, (row, column) => 2 * row + column),
  matrix(2, 2, (row, column) => (row === 1 && column === 0 ? 7 : 2 * row + column)),
)

/** One of each kind, as the judge makes them. */
export const VERDICTS: { readonly [K in VerdictKind]: Extract<Verdict, { kind: K }> } = {
  accepted: { kind: 'accepted', cases: CASES, performance: { ...PERFORMANCE, tier: 'gold' } },
  'wrong-answer': {
    kind: 'wrong-answer',
    cases: CASES,
    failure: FAILURE,
    diagnosis: {
      id: 'no-correction',
      message: {
        en: 'Your output equals Adam without bias correction.',
        zh: '你的输出与犯下这个错误的程序完全一致：没有偏差修正的 Adam。',
      },
      cards: ['kinds/basic' as CardId],
      mistakes: [
        {
          id: 'no-correction',
          message: {
            en: 'Your output equals Adam without bias correction.',
            zh: '你的输出与犯下这个错误的程序完全一致：没有偏差修正的 Adam。',
          },
          cards: ['kinds/basic' as CardId],
        },
      ],
    },
  },
  'invalid-output': {
    kind: 'invalid-output',
    cases: CASES,
    failure: failure(undefined, undefined, {
      summary: returnedInstead(undefined, { en: 'a list', zh: 'list' }, verbatim('u8[H,W]')),
      worst: undefined,
    }),
  },
  'runtime-error': {
    kind: 'runtime-error',
    cases: CASES,
    failure: undefined,
    message: verbatim('ValueError: no\n  line 3, in adam'),
  },
  'compile-error': { kind: 'compile-error', message: verbatim('SyntaxError: line 3') },
  'time-limit': { kind: 'time-limit', cases: CASES, failure: undefined, limitMs: 10_000 },
  'memory-limit': {
    kind: 'memory-limit',
    cases: CASES,
    limitMb: 512,
    lesson: {
      of: 'memory',
      cause: { en: 'All windows are held at once.', zh: '所有窗口同时留在内存里。' },
      better: { en: 'One window at a time.', zh: '一次只处理一个窗口。' },
      cards: ['kinds/basic' as CardId],
    },
  },
  'output-limit': { kind: 'output-limit', cases: CASES, limitBytes: 1_000_000 },
  'too-slow': {
    kind: 'too-slow',
    cases: CASES,
    performance: PERFORMANCE,
    lesson: {
      cause: { en: 'Every window is sorted afresh.', zh: '每个窗口都重新排序。' },
      of: 'time',
      better: { en: 'A histogram that slides.', zh: '滑动的直方图。' },
      cards: ['kinds/basic' as CardId],
    },
  },
  'memory-budget': { kind: 'memory-budget', cases: CASES, performance: PERFORMANCE },
  inconclusive: {
    kind: 'inconclusive',
    cases: CASES,
    performance: undefined,
    reason: TELLS_NO_SIDE,
  },
  'judge-error': { kind: 'judge-error', detail: STOPPED },
}

export function gradingOf(
  verdict: Verdict,
  more: { stdout?: string; stderr?: string; remark?: Text } = {},
): Attempt['grading'] {
  return {
    verdict,
    remark: undefined,
    language: 'py',
    seed: 'a1',
    stdout: '',
    stderr: '',
    printedIn: 'all',
    elapsedMs: 1234,
    ...more,
  }
}
