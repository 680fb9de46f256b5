import { describe, expect, test } from 'vitest'
import type { Card } from '../../../src/core/card.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import { LOCALES, type Locale, verbatim } from '../../../src/core/locale.ts'
import type { Value } from '../../../src/core/value.ts'
import type { Performance, Verdict } from '../../../src/core/verdict.ts'
import { atTheEdge, threw } from '../../../src/grader/words/sentences.ts'
import { signalMessage } from '../../../src/grader/words/signal-message.ts'
import { gradingFields } from '../../../src/output/json/grading-json.ts'
import { aroundIn } from '../../../src/ui/frame/around.ts'
import { plainText } from '../../../src/ui/plain/plain-text.ts'
import { lineWidth } from '../../../src/ui/text/line.ts'
import { type Recorded, verdictLines } from '../../../src/ui/verdict/verdict-lines.ts'
import { VERDICT_NAMES } from '../../../src/ui/words/verdict-names.ts'
import { NOON, openTestDeps } from '../../app/open-test-deps.ts'
import { only } from '../decks.ts'
import { failure, gradingOf, matrix, VERDICTS } from '../verdict-samples.ts'

function around(locale: 'en' | 'zh' = 'en', width = 78) {
  return { ...aroundIn({ columns: width + 2, rows: 24 }, locale, { at: NOON, offsetMin: 0 }), width }
}

const NOT_RECORDED = { cards: [], recorded: { kind: 'no' } } as const

function textOf(
  verdict: Verdict,
  printed = {},
  recorded: Recorded = NOT_RECORDED.recorded,
  cards: readonly Card[] = [],
): string {
  return plainText(verdictLines({ grading: gradingOf(verdict, printed), cards, recorded }, around()))
}

function rowsAfter(text: string, label: RegExp, count: number): readonly string[] {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => label.test(line))
  return lines.slice(at + 1, at + 1 + count).map((line) => line.trim())
}

describe('every verdict', () => {
  test.each(Object.values(VERDICTS))('$kind is told by a word and a sign, at any width', (verdict) => {
    for (const locale of LOCALES) {
      for (const width of [38, 78, 100]) {
        const lines = verdictLines({ grading: gradingOf(verdict), ...NOT_RECORDED }, around(locale, width))
        const text = plainText(lines)
        expect(text).toMatch(/^[✓✗?] /)
        expect(text).toContain(VERDICT_NAMES[verdict.kind][locale])
        for (const runs of lines) expect(lineWidth(runs)).toBeLessThanOrEqual(width)
      }
    }
  })

  test.each(Object.values(VERDICTS))('$kind is told in Chinese alone', (verdict) => {
    const grading = gradingOf(verdict)
    const screen = plainText(verdictLines({ grading, ...NOT_RECORDED }, around('zh')))
    const json = JSON.stringify(gradingFields('adam' as ExerciseId, grading, 'zh'))
    for (const text of [screen, json]) {
      expect(text).toMatch(/\p{Script=Han}|"accepted"|"too-slow"|"memory-budget"|Error/u)
      expect(text).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/i)
    }
  })

  test.each([
    { kind: 'time-limit', says: 'no answer within 10 s' },
    { kind: 'memory-limit', says: 'needed more than 512 MB' },
    { kind: 'output-limit', says: 'printed more than 1000000 bytes' },
    { kind: 'inconclusive', says: 'The measurements are too few, or differ too much from one another' },
    { kind: 'judge-error', says: 'This is a fault of the grader or of this machine, not yours.' },
    { kind: 'runtime-error', says: '  line 3, in adam' },
    { kind: 'compile-error', says: 'SyntaxError: line 3' },
    { kind: 'invalid-output', says: 'The function returned a list, expected u8[H,W].' },
  ] as const)('$kind says "$says"', ({ kind, says }) => {
    expect(textOf(VERDICTS[kind])).toContain(says)
  })
})

test('a remark stands under the verdict, and in JSON', () => {
  const remark = { en: '`data` is a number[]: accepted.', zh: '`data` 是 number[]：照样接受。' }
  const grading = gradingOf(VERDICTS.accepted, { remark })
  for (const locale of LOCALES) {
    const text = plainText(verdictLines({ grading, ...NOT_RECORDED }, around(locale)))
    expect(text.split('\n')[2]).toBe(remark[locale].replaceAll('`', ''))
    expect(gradingFields('adam' as ExerciseId, grading, locale)).toMatchObject({ remark: remark[locale] })
  }
  expect(gradingFields('adam' as ExerciseId, gradingOf(VERDICTS.accepted), 'en')).toMatchObject({
    remark: null,
  })
})

describe('a wrong answer', () => {
  test('shows both sides as grids, what differs in brackets', () => {
    const text = textOf(VERDICTS['wrong-answer'])
    expect(rowsAfter(text, /expected {2}f64\[2, 2\]/, 2)).toEqual(['0  1', '[2] 3'])
    expect(rowsAfter(text, /got {2}f64\[2, 2\]/, 2)).toEqual(['0  1', '[7] 3'])
    expect(text).toContain('result[1, 0] is 7, expected 2')
    expect(text).toContain('off by 5 (relative 2.5), 1 of 4 numbers off')
    expect(text).toContain('ksize = 3')
  })

  test('is told with the numbers in Chinese', () => {
    const lines = verdictLines(
      { grading: gradingOf(VERDICTS['wrong-answer']), ...NOT_RECORDED },
      around('zh'),
    )
    expect(plainText(lines)).toContain('result[1, 0] 为 7，应为 2')
  })

  test('of a large array is cropped around the worst error', () => {
    const expected = matrix(100, 100, (row, column) => row + column)
    const got = matrix(100, 100, (row, column) => (row === 60 && column === 70 ? -1 : row + column))
    const worst = {
      at: 'result[60, 70]',
      first: 'result[60, 70]',
      expected: 130,
      got: -1,
      absolute: 131,
      relative: 1,
      wrong: 1,
      of: 10_000,
    }
    const text = textOf({ ...VERDICTS['wrong-answer'], failure: failure(expected, got, { worst }) })
    expect(text).toMatch(/rows 57–63 \/ 100, columns \d+–\d+ \/ 100/)
    expect(text).toContain('[-1]')
    expect(text).toContain('[130]')
    expect(text.split('\n').length).toBeLessThan(45)
  })

  test('of a record shows its fields, and marks in the one that is wrong', () => {
    const sides = (last: number): { m: number; params: ReturnType<typeof matrix> } => ({
      m: 1,
      params: { ...matrix(1, 3, (_, column) => (column === 2 ? last : 0)), shape: [3] },
    })
    const worst = {
      at: 'params[2]',
      first: 'params[2]',
      expected: 1,
      got: 2,
      absolute: 1,
      relative: 1,
      wrong: 1,
      of: 3,
    }
    const text = textOf({ ...VERDICTS['wrong-answer'], failure: failure(sides(1), sides(2), { worst }) })
    expect(rowsAfter(text, /^ +got$/, 3)).toEqual(['m = 1', 'params  f64[3]', '0  0 [2]'])
  })

  test.each([
    { what: 'a small volume whole', shape: [2, 2, 2], note: '[1]  4  5' },
    { what: 'a volume by the plane of the error', shape: [2, 9, 9], note: '[1, :, :]' },
    { what: 'a long row by the items around it', shape: [200], note: 'items' },
    { what: 'an empty array as such', shape: [0, 4], note: 'empty [0, 4]' },
  ])('shows $what', ({ shape, note }) => {
    const size = shape.reduce((product, length) => product * length, 1)
    const array = (at: number) => ({
      dtype: 'i32' as const,
      shape,
      data: Int32Array.from({ length: size }, (_, index) => (index === size - 1 ? at : index)),
    })
    const place = shape.map((length) => length - 1).join(', ')
    const worst = {
      at: `result[${place}]`,
      first: `result[${place}]`,
      expected: 1,
      got: 2,
      absolute: 1,
      relative: 1,
      wrong: 1,
      of: size,
    }
    expect(
      textOf({ ...VERDICTS['wrong-answer'], failure: failure(array(1), array(2), { worst }) }),
    ).toContain(note)
  })

  test.each([
    {
      at: 'result[1, 0, 2]',
      first: 'result[0, 0, 1]',
      says: '2 of 9 numbers off, the first at result[0, 0, 1]',
    },
    { at: 'result[1, 0, 2]', first: 'result[1, 0, 2]', says: '2 of 9 numbers off' },
    { at: 'result[1, 0]', first: 'result[0, 0]', says: '2 of 9 numbers off' },
  ])(
    'says where the first number is off that the planes in sight may not show: $says',
    ({ at, first, says }) => {
      const worst = { at, first, expected: 1, got: 2, absolute: 1, relative: 1, wrong: 2, of: 9 }
      const text = textOf({ ...VERDICTS['wrong-answer'], failure: failure(1, 2, { worst }) })
      expect(text.split('\n').find((line) => line.includes('off by'))).toMatch(
        RegExp(`, ${says.replace(/[[\]]/g, '\\$&')}$`),
      )
    },
  )

  test('shows as many digits as tell what came from what was expected', () => {
    const [expected, got] = [0.01574841, 0.015748412345]
    const off = { expected, got, absolute: got - expected, relative: 1e-7, wrong: 1, of: 2 }
    const textFor = (expected: Value, got: Value, at: string) => {
      const worst = { ...off, at, first: at }
      return textOf({ ...VERDICTS['wrong-answer'], failure: failure(expected, got, { worst }) })
    }
    const scalar = textFor(expected, got, 'result')
    expect(scalar).toContain('result is 0.015748412, expected 0.01574841')
    expect(scalar).toContain('got = [0.015748412]')
    const array = (value: number) => matrix(1, 2, (_, column) => (column === 0 ? value : 1 / 3))
    expect(textFor(array(expected), array(got), 'result[0, 0]')).toMatch(
      /got.*\n +\[0\.015748412\] +0\.33333333\n/,
    )
  })

  test('names the mistake, and the cards that it brings back', () => {
    const { content } = openTestDeps(only('basic'))
    const cards = [...content.cards.values()]
    const text = textOf(
      VERDICTS['wrong-answer'],
      {},
      { kind: 'attempt', effect: { kind: 'failure' }, memory: undefined },
      cards,
    )
    expect(text).toMatch(
      /Diagnosis\n +Your output equals Adam without bias correction\.\n1 card back in today's queue:\n +↩ What is √4\?\n +kinds\/basic\n/,
    )
    expect(text).toContain('Schedule: a failed attempt of this round; try again')
    const unrecorded = textOf(VERDICTS['wrong-answer'], {}, { kind: 'practice' }, cards)
    expect(unrecorded).toMatch(/\n1 card about it:\n +↩ What is √4\?\n +kinds\/basic\n/)
    expect(unrecorded).toContain('Schedule: practice; this save was not recorded')
  })

  test('shows nothing of a submission that a terminal would obey', () => {
    const evil = '\x1b[2J\x9b31m\x07\u202ecba'
    const text = textOf(
      {
        ...VERDICTS['wrong-answer'],
        failure: failure('a', evil, { summary: verbatim(evil), case: verbatim(evil), worst: undefined }),
      },
      { stdout: evil, stderr: evil },
    )
    expect(text.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]/)
  })
})

describe('a reason', () => {
  test('that an error gives is told once, its underlines below what they underline', () => {
    const code = `    return image[${'row * width + '.repeat(8)}column]`
    const message = verbatim(
      `  File "a.py", line 2, in f\n${code}\n    ${'~'.repeat(9)}${'^'.repeat(90)}\nIndexError: too far`,
    )
    const text = textOf({ ...VERDICTS['runtime-error'], message, failure: FAILURE_OF_ERROR })
    expect(text).toContain(`return image[row * width`)
    expect(text).toMatch(/…\n +~{9}\^+…\n/)
    expect(text).not.toContain('The function threw')
    expect(text).toContain('IndexError: too far\n\nCase: noise 7x5, ksize 3\n  expected')
    expect(textOf({ ...VERDICTS['runtime-error'], message: verbatim('a[9]\n ~^^^') })).toContain(
      '\n  a[9]\n   ~^^^',
    )
  })

  test('is broken between words, also where a program says it', () => {
    const message = signalMessage('SIGABRT', `scores.cpp:2: ${'Assertion '.repeat(9)}`)
    const verdict = { ...VERDICTS['runtime-error'], message }
    const rows = (locale: Locale) => {
      const lines = verdictLines({ grading: gradingOf(verdict), ...NOT_RECORDED }, around(locale, 38))
      return plainText(lines).split('\n\n')[1]?.split('\n').slice(0, 3)
    }
    expect(rows('en')).toEqual([
      'The process was ended by SIGABRT',
      '(abort) before it answered.',
      '  scores.cpp:2: Assertion Assertion',
    ])
    expect(rows('zh')).toEqual([
      '进程没有给出结果就被信号 SIGABRT 终止',
      '（异常中止）。',
      '  scores.cpp:2: Assertion Assertion',
    ])
  })

  test('has no relative error where nothing was expected', () => {
    const worst = {
      at: 'result[0]',
      first: 'result[0]',
      expected: 0,
      got: 3,
      absolute: 3,
      relative: Infinity,
      wrong: 1,
      of: 1,
    }
    const text = textOf({ ...VERDICTS['wrong-answer'], failure: failure(0, 3, { worst }) })
    expect(text).toContain('off by 3, 1 of 1 number off')
  })
})

const FAILURE_OF_ERROR = failure(1, undefined, {
  summary: threw('IndexError'),
  worst: undefined,
})

describe('speed', () => {
  test('has a bar that is full up to its budget, and the numbers', () => {
    const lines = textOf(VERDICTS['too-slow']).split('\n')
    expect(lines).toContain('Speed: over budget')
    expect(lines).toContain(`  ${'█'.repeat(32)}│${'█'.repeat(16)}`)
    expect(lines).toContain(`  ${'█'.repeat(12)}${'·'.repeat(20)}│${'·'.repeat(16)}`)
    expect(lines).toContain("  11x the reference's CPU time, budget 4x (between 10 and 12)")
    expect(lines).toContain('  ksize 5 -> 25: 3x the time, budget 8x (between 2.8 and 3.2, gold 2x)')
  })

  test('says what gold is here, and nothing where there is none', () => {
    const growth = {
      label: 'N',
      ratio: 2,
      budget: 4,
      gold: undefined,
      interval: [2, 2],
      pairs: 4,
      side: 'within',
    } as const
    const said = (performance: Partial<Performance>) => {
      const all = {
        tier: 'pass',
        edge: undefined,
        ratio: undefined,
        growth: [],
        memory: [],
        ...performance,
      } as const
      const verdict = { kind: 'accepted', cases: { passed: 1, total: 1 }, performance: all } as const
      return textOf(verdict)
    }
    const ratio = { ratio: 2, budget: 4, interval: [2, 2], pairs: 4, side: 'within' } as const
    expect(said({ ratio })).toContain('gold is to be clearly faster than the reference')
    expect(said({ growth: [{ ...growth, gold: 3 }] })).toContain('gold is to grow no faster than the best')
    expect(said({ growth: [growth] })).not.toContain('gold')
    const doubt = 'the measurements vary too'
    expect(said({ ratio: { ...ratio, ratio: 0.2, interval: [0.1, 2.8] } })).toContain(doubt)
    expect(said({ ratio: { ...ratio, ratio: 0.2, interval: [0.1, 0.9] } })).not.toContain(doubt)
  })
})

describe('a budget that was not told apart', () => {
  const near = { ratio: 3.93, budget: 4, interval: [3.8, 4.1], pairs: 11, side: 'edge' } as const
  const performance: Performance = {
    tier: 'pass',
    edge: atTheEdge([near], 1.1),
    ratio: near,
    growth: [],
    memory: [],
  }

  test('is accepted at the edge, and says so with its margin', () => {
    const verdict: Verdict = { kind: 'accepted', cases: { passed: 1, total: 1 }, performance }
    const text = textOf(verdict)
    expect(text).toContain(
      'Speed: at the edge of the budget\n  At the edge: 3.9 of 4. So near a budget is accepted',
    )
    expect(text).toContain('up to 10% above it')
    const fields = gradingFields('adam' as ExerciseId, gradingOf(verdict), 'zh')
    expect(fields).toMatchObject({
      verdict: 'accepted',
      performance: { side: 'edge', tier: 'pass', edge: expect.stringContaining('3.9（上限 4）') },
    })
  })

  test('is not called over budget where nothing was found out', () => {
    const ratio = { ...near, ratio: 4.5, interval: [3.5, 6], side: 'open' } as const
    const text = textOf({
      ...VERDICTS.inconclusive,
      performance: { ...performance, tier: 'none', edge: undefined, ratio },
    })
    expect(text).toContain('Speed: not told from the budget')
  })
})

describe('the schedule', () => {
  test('tells the rating and when the exercise comes back', () => {
    const memory = {
      kind: 'review',
      dueDay: Math.floor(NOON / 86_400_000) + 12,
      intervalDays: 12,
      stability: 12,
      difficulty: 5,
      lastReview: NOON,
      lastDay: 0,
      reps: 1,
      lapses: 0,
    } as const
    const recorded: Recorded = {
      kind: 'attempt',
      effect: { kind: 'rating', rating: 'easy', failures: 0, hints: 0 },
      memory,
    }
    expect(textOf(VERDICTS.accepted, {}, recorded)).toMatch(
      /Schedule: rated easy \(gold at the first attempt, without a hint\), the exercise\s+comes back in 12d/,
    )
  })
})

describe('what was printed', () => {
  test('is shown by its end', () => {
    const stdout = Array.from({ length: 30 }, (_, at) => `print ${at}`).join('\n')
    const text = textOf(VERDICTS.accepted, { stdout, stderr: 'a warning' })
    expect(rowsAfter(text, /Your program printed/, 2)).toEqual(['…', 'print 20'])
    expect(text).toContain('print 29')
    expect(text).toMatch(/It wrote to stderr, over all cases\n +a warning/)
  })
})
