import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../src/core/browse/parse-query.ts'
import type { Query } from '../../../src/core/browse/query.ts'
import { containing, fold, matching } from '../../../src/core/browse/wildcard.ts'
import { Problem } from '../../../src/core/problem.ts'

const text = (pattern: string): Query => ({ kind: 'text', pattern })

test.each<[string, Query]>([
  ['', { kind: 'every', of: [] }],
  ['nms', text('nms')],
  ['soft nms', { kind: 'every', of: [text('soft'), text('nms')] }],
  ['"soft nms"', text('soft nms')],
  ['deck:"a b"', { kind: 'deck', pattern: 'a b' }],
  ['DECK:nms', { kind: 'deck', pattern: 'nms' }],
  ['-tag:errata', { kind: 'not', of: { kind: 'tag', pattern: 'errata' } }],
  ['a or b c', { kind: 'some', of: [text('a'), { kind: 'every', of: [text('b'), text('c')] }] }],
  ['a and b', { kind: 'every', of: [text('a'), text('b')] }],
  ['-(a OR "or")', { kind: 'not', of: { kind: 'some', of: [text('a'), text('or')] } }],
  ['a AND (b) and c', { kind: 'every', of: [text('a'), text('b'), text('c')] }],
  [
    'tag:or -and',
    {
      kind: 'every',
      of: [
        { kind: 'tag', pattern: 'or' },
        { kind: 'not', of: text('and') },
      ],
    },
  ],
  ['is:Due', { kind: 'is', trait: 'due' }],
  ['rated:7', { kind: 'rated', days: 7, rating: undefined }],
  ['rated:31:1', { kind: 'rated', days: 31, rating: 'again' }],
  ['prop:r<0.8', { kind: 'prop', property: 'r', sign: '<', value: 0.8 }],
  ['prop:lapses>=3', { kind: 'prop', property: 'lapses', sign: '>=', value: 3 }],
  ['prop:due=-2', { kind: 'prop', property: 'due', sign: '=', value: -2 }],
  ['16:9', text('16:9')],
  ['"deck:x"', text('deck:x')],
  ['半精度 x-y', { kind: 'every', of: [text('半精度'), text('x-y')] }],
  ['"never closed', text('never closed')],
  ['"say \\"x\\"" \\(y\\)', { kind: 'every', of: [text('say \\"x\\"'), text('\\(y\\)')] }],
  ['"\\beta\\"', text('\\beta\\"')],
  [
    'deck：nms -IS：new',
    {
      kind: 'every',
      of: [
        { kind: 'deck', pattern: 'nms' },
        { kind: 'not', of: { kind: 'is', trait: 'new' } },
      ],
    },
  ],
  ['（“感受 野” or 训练：测试）', { kind: 'some', of: [text('感受 野'), text('训练：测试')] }],
  ['prop:r≥0.8', { kind: 'prop', property: 'r', sign: '>=', value: 0.8 }],
])('%s', (written, query) => {
  expect(parseQuery(written)).toEqual(query)
})

test.each([
  ['is:dew', 'No card is "dew" (did you mean new?).'],
  ['rated:0', '"rated:0" cannot be read.'],
  ['rated:7:5', '"rated:7:5" cannot be read.'],
  ['prop:x<1', '"prop:x<1" cannot be read.'],
  ['prop:r', '"prop:r" cannot be read.'],
  ['dek:nms', 'There is no filter "dek:" (did you mean deck?).'],
  ...[
    ...['a or', 'or a', 'a or or b', '(a or) b', '()', 'a -()'],
    ...['a and', 'AND a', 'and', 'a and and b', 'a and or b', 'a or and b', '(a and) b', '(a and'],
  ].map((written): [string, string] => [
    written,
    'In the query something is missing beside an "and" or "or", or between brackets.',
  ]),
  ['(', 'The brackets of the query do not match.'],
  [')', 'The brackets of the query do not match.'],
  ['(a', 'The brackets of the query do not match.'],
  ['a)', 'The brackets of the query do not match.'],
  ['('.repeat(10_000), 'The brackets of the query do not match.'],
])('%s is one line that says what is wrong', (written, message) => {
  expect(() => parseQuery(written)).toThrow(message)
})

test('whatever is typed is a query or a Problem', () => {
  const parts = fc.constantFrom(
    '(',
    ')',
    '-',
    '"',
    'or',
    'and',
    'deck:',
    'is:due',
    'prop:r<1',
    ':',
    'x',
    ' ',
    '*',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(parts).map((some) => some.join('')),
      ),
      (written) => {
        try {
          parseQuery(written)
        } catch (error) {
          expect(error).toBeInstanceOf(Problem)
        }
      },
    ),
  )
})

describe('a pattern', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '*', '_', '值', '𝒳', '\\*', '\\_', '.') })
  const regular = (pattern: string) =>
    fold(pattern).replace(
      /\\[*_]|[*_.]/g,
      (mark) => ({ '*': '.*', _: '.', '.': '\\.', '\\_': '_' })[mark] ?? mark,
    )

  test('matches what the regular expression with .* for each star and . for each _ does', () => {
    fc.assert(
      fc.property(letters, letters, (pattern, written) => {
        const plain = fold(written)
        expect(containing(pattern)(plain)).toBe(new RegExp(regular(pattern), 'su').test(plain))
        expect(matching(pattern)(plain)).toBe(new RegExp(`^${regular(pattern)}$`, 'su').test(plain))
      }),
    )
  })

  test.each<[string, string, boolean]>([
    ['deck_', 'decks', true],
    ['d_ck', 'deeck', false],
    ['snake_case', 'snake_case', true],
    ['snake\\_case', 'snake case', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
    ['\\beta', '\\beta', true],
    ['*_', 'a', true],
    ['_', '', false],
  ])('%j matches %j: %s', (pattern, whole, isMatched) => {
    expect(matching(pattern)(whole)).toBe(isMatched)
  })

  test('of ever so many stars costs no more than the text is long', () => {
    const stars = 'a*'.repeat(5_000)
    expect(containing(stars)('a'.repeat(4_999))).toBe(false)
    expect(matching(`${stars}b`)('a'.repeat(20_000))).toBe(false)
  })
})
