import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExercise } from '../../src/content/parse-exercise.ts'
import { faultLine, formatFault } from '../../src/core/fault.ts'
import { codePoint } from '../code-point.ts'

const GOOD = `title: Median filter
title.zh: 中值滤波
topic: median-filter
signature: "(image: u8[H,W], ksize: int) -> u8[H,W]"
difficulty: hard
minutes: 25
prerequisites: [median-filter/definition, median-filter/border#1]
budget:
  ratio: 4
  growth:
    - label: ksize 5 -> 25
      limit: 8
      gold: 2
  memory:
    - label: H 100 -> 200
      limit: 5
hints:
  - en: Which values leave?
    zh: 哪些值离开？
`
const PATH = 'exercises/median-filter/exercise.yaml'
const faultsOf = (text: string, id = 'median-filter') => parseExercise(text, id, PATH).faults.map(formatFault)

describe('an exercise', () => {
  test('whose records lie one within the other without end is a fault', () => {
    const nested = (depth: number) =>
      GOOD.replace(/signature: .*/, `signature: "(a: ${'{a: '.repeat(depth)}int${'}'.repeat(depth)}) -> int"`)
    expect(faultsOf(nested(16))).toEqual([])
    expect(faultsOf(nested(1_500))).toEqual([expect.stringContaining('too many records within each other')])
  })

  test('is read', () => {
    expect(parseExercise(GOOD, 'median-filter', PATH)).toMatchObject({
      faults: [],
      exercise: {
        id: 'median-filter',
        title: { en: 'Median filter', zh: '中值滤波' },
        topic: 'median-filter',
        difficulty: 'hard',
        minutes: 25,
        prerequisites: ['median-filter/definition', 'median-filter/border'],
        budget: {
          ratio: 4,
          growth: [{ label: 'ksize 5 -> 25', limit: 8, gold: 2 }],
          memory: [{ label: 'H 100 -> 200', limit: 5 }],
        },
        hints: [{ en: 'Which values leave?', zh: '哪些值离开？' }],
      },
    })
  })

  test('declares what its input may be', () => {
    const text = `${GOOD}input:\n  H, W: 1..512\n  image: 0..255\n  ksize: [3, 5]\n`
    expect(parseExercise(text, 'median-filter', PATH)).toMatchObject({
      faults: [],
      exercise: {
        input: [
          { names: ['H', 'W'], range: { kind: 'span', low: 1, high: 512 } },
          { names: ['image'], range: { low: 0, high: 255 } },
          { names: ['ksize'], range: { kind: 'choice', values: [3, 5] } },
        ],
      },
    })
  })

  test('may do without budget, hints and prerequisites', () => {
    const text = GOOD.slice(0, GOOD.indexOf('prerequisites'))
    expect(parseExercise(text, 'median-filter', PATH).exercise).toMatchObject({
      prerequisites: [],
      hints: [],
      budget: undefined,
    })
  })

  test.each<[string, string, string]>([
    [
      'a missing title',
      GOOD.replace('title.zh: 中值滤波\n', ''),
      `${PATH}:1: The field title.zh is missing; write it as text.`,
    ],
    [
      'an unknown field',
      `${GOOD}minute: 3\n`,
      `${PATH}:20: The field minute is unknown (did you mean minutes?); the fields are title, title.zh, topic, signature, input, difficulty, minutes, prerequisites, budget, hints, answers.`,
    ],
    [
      'a range that is none',
      `${GOOD}input: { H: 1..9, W: 1..9, image: 0..255, ksize: odd }\n`,
      `${PATH}:20: "odd" is no range: it has no two ends. Write it like 0..1, 1..31 step 2 or -64..64 step 1/16.`,
    ],
    [
      'a range of nothing',
      `${GOOD}input: { H: 1..9, W: 1..9, image: 0..255, ksize: 1..9, sigma: 0..1 }\n`,
      `${PATH}:20: The signature has no sigma with a range; there are H, W, image, ksize.`,
    ],
    [
      'a parameter without a range',
      `${GOOD}input: { H: 1..9, W: 1..9, image: 0..255 }\n`,
      `${PATH}:20: The input has no range for ksize; write one, like 0..100.`,
    ],
    [
      'a length with two ranges',
      `${GOOD}input: { H: 1..9, 'W, H': 1..9, image: 0..255, ksize: [1, 3] }\n`,
      `${PATH}:20: The range of H stands twice; leave one out.`,
    ],
    [
      'an unknown field of the budget',
      GOOD.replace('ratio: 4', 'ratoi: 4'),
      `${PATH}:9: The field budget.ratoi is unknown (did you mean ratio?); the fields are ratio, growth, memory.`,
    ],
    [
      'an unknown field of a growth',
      GOOD.replace('gold: 2', 'golden: 2'),
      `${PATH}:13: The field budget.growth.0.golden is unknown (did you mean gold?); the fields are label, limit, gold.`,
    ],
    [
      'an unknown field of a memory budget',
      GOOD.replace('limit: 5', 'limit: 5\n      gold: 2'),
      `${PATH}:17: The field budget.memory.0.gold is unknown; the fields are label, limit.`,
    ],
    [
      'an unknown field of a hint',
      `${GOOD}    note: 值\n`,
      `${PATH}:20: The field hints.0.note is unknown; the fields are en, zh.`,
    ],
    [
      'a wrong signature',
      GOOD.replace('u8[H,W], ksize', 'u9[H,W], ksize'),
      `${PATH}:4: Signature "(image: u9[H,W], ksize: int) -> u8[H,W]": "u9" is none of the types int, f64, bool, str, u8|i32|f32|f64[lengths], {name: type} at column 9. Write it like (image: u8[H,W], ksize: int) -> u8[H,W].`,
    ],
    [
      'no difficulty',
      GOOD.replace('difficulty: hard\n', ''),
      `${PATH}:1: The field difficulty is none of easy, medium, hard; write one of them.`,
    ],
    [
      'a difficulty of its own',
      GOOD.replace('difficulty: hard', 'difficulty: 3'),
      `${PATH}:5: The field difficulty is none of easy, medium, hard; write one of them.`,
    ],
    [
      'no minutes',
      GOOD.replace('25\n', 'long\n'),
      `${PATH}:6: The field minutes is no number above 0; write one.`,
    ],
    [
      'a wrong prerequisite',
      GOOD.replace('median-filter/definition', 'Definition'),
      `${PATH}:7: "Definition" is no card id; write deck/slug.`,
    ],
    [
      'a wrong ratio',
      GOOD.replace('ratio: 4', 'ratio: -4'),
      `${PATH}:9: The field budget.ratio is no number above 0; write one.`,
    ],
    [
      'a wrong limit',
      GOOD.replace('limit: 8', 'limit: 0'),
      `${PATH}:12: The field budget.growth.0.limit is no number above 0; write one.`,
    ],
    [
      'no label',
      GOOD.replace('label: ksize 5 -> 25', 'label: ""'),
      `${PATH}:11: The growth budget has no label; name its inputs like ksize 5 -> 25.`,
    ],
    [
      'half a hint',
      GOOD.replace('    zh: 哪些值离开？\n', ''),
      `${PATH}:18: The hint lacks a language; write en: and zh:.`,
    ],
    ['a list', '- a\n', `${PATH}:1: The file holds no fields; write it like docs/exercise-format.md.`],
    ['nothing', '', `${PATH}:1: The file holds no fields; write it like docs/exercise-format.md.`],
    ['an alias', 'title: &a x\ntopic: *a\n', `${PATH}:1: YAML: Alias resolution is disabled.`],
  ])('with %s is refused with the line', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault])
    expect(parseExercise(text, 'median-filter', PATH).exercise).toBeUndefined()
  })

  test('with nothing behind a field that may be left out is read', () => {
    const text = GOOD.slice(0, GOOD.indexOf('prerequisites'))
    const empty = `${text}prerequisites:\nhints:\nbudget:\n  ratio:\n  growth:\n    - {label: a, limit: 2, gold: }\n`
    expect(parseExercise(empty, 'median-filter', PATH).exercise).toMatchObject({
      prerequisites: [],
      hints: [],
      budget: { ratio: undefined, growth: [{ label: 'a', limit: 2, gold: undefined }], memory: [] },
    })
  })

  test('is told all that is wrong with it, each at its line, in both languages', () => {
    const wrong = `title: 3\nmineral: x\nminute: 3\n${GOOD.slice(GOOD.indexOf('topic'), GOOD.indexOf('budget'))}budget:\n  growth:\n    - limit: 2\n    - gold: [1]\nhints: {}\n`
    const said = parseExercise(wrong, 'median-filter', '').faults.map(faultLine)
    expect(said.map(({ en }) => en)).toEqual([
      ':1: The field title is missing; write it as text.',
      ':1: The field title.zh is missing; write it as text.',
      ':2: The field mineral is unknown; the fields are title, title.zh, topic, signature, input, difficulty, minutes, prerequisites, budget, hints, answers.',
      ':3: The field minute is unknown (did you mean minutes?); the fields are title, title.zh, topic, signature, input, difficulty, minutes, prerequisites, budget, hints, answers.',
      ':11: The growth budget has no label; name its inputs like ksize 5 -> 25.',
      ':12: The growth budget has no label; name its inputs like ksize 5 -> 25.',
      ':12: The field budget.growth.1.limit is no number above 0; write one.',
      ':12: The field budget.growth.1.gold is no number above 0; write one.',
      ':13: The field hints is no list; write its items behind dashes.',
    ])
    expect(said.map(({ zh }) => zh)).toEqual([
      ':1: 缺少字段 title；请写成文本。',
      ':1: 缺少字段 title.zh；请写成文本。',
      ':2: 没有名为 mineral 的字段；可用的字段有 title、title.zh、topic、signature、input、difficulty、minutes、prerequisites、budget、hints、answers。',
      ':3: 没有名为 minute 的字段（是不是 minutes？）；可用的字段有 title、title.zh、topic、signature、input、difficulty、minutes、prerequisites、budget、hints、answers。',
      ':11: growth 预算没有 label；请这样命名它的输入：ksize 5 -> 25。',
      ':12: growth 预算没有 label；请这样命名它的输入：ksize 5 -> 25。',
      ':12: 字段 budget.growth.1.limit 不是大于 0 的数；请写成这样的数。',
      ':12: 字段 budget.growth.1.gold 不是大于 0 的数；请写成这样的数。',
      ':13: 字段 hints 不是列表；请用短横线逐项列出。',
    ])
  })

  test('with a list for a budget is refused', () => {
    expect(faultsOf(GOOD.replace(/budget:\n.*hints/s, 'budget: []\nhints'))).toEqual([
      `${PATH}:8: The budget holds no fields; give it a ratio, growth or memory.`,
    ])
  })

  test('in a folder whose name is no id is refused', () => {
    expect(faultsOf(GOOD, 'Median Filter')).toEqual([
      `${PATH}:1: The folder "Median Filter" is no id; name it in lower-case letters, digits and hyphens.`,
    ])
  })

  test('never stops the parser, whatever it holds', () => {
    const pieces = fc.constantFrom(
      'title',
      ':',
      ' ',
      '\n',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      '&a',
      '*a',
      '!!js',
      '?',
      '|',
      '>',
      '1',
      '~',
      '\x1b[31m',
      '<<: ',
    )
    const text = fc.oneof(
      fc.string({ unit: codePoint }),
      fc.array(pieces).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        expect(parseExercise(typed, 'x', 'x').faults.length).toBeGreaterThan(0)
      }),
    )
  })
})
