import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateFormula, parseFormula } from '../../src/core/formula.ts'
import { Problem } from '../../src/core/problem.ts'
import { createRandom } from '../../src/core/random.ts'

const SCOPE = new Map([
  ['n', 7],
  ['k', 3],
  ['x', 0.25],
])
const NAMES = [...SCOPE.keys()]
const evaluate = (text: string) => evaluateFormula(parseFormula(text, SCOPE), SCOPE)

describe('a formula', () => {
  test.each<[string, number]>([
    ['floor((32 + 2*1 - k) / 2) + 1', 16],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^-1', 0.5],
    ['2^3^2', 512],
    ['-2^-2', -0.25],
    ['2 * -3 ^ 2', -18],
    ['2 - 3 - 4', -5],
    ['n > k ? 1 : 2', 1],
    ['n < k ? 1 : k == 3 ? 5 : 6', 5],
    ['1e-3 * 1e3', 1],
    ['.5 + +1', 1.5],
    ['ln(e) + log(e) + log2(8) + log10(100)', 7],
    ['round(-2.5)', -2],
    ['min(n, k, x) + max(1, 2)', 2.25],
    ['sign(-3) + pow(2, 5) + abs(-1)', 32],
    ['sin(pi / 2) + tanh(0)', 1],
    ['(n != k) + (n >= 7)', 2],
  ])('%s is %d', (text, value) => {
    expect(evaluate(text)).toBeCloseTo(value, 12)
  })

  test('is what JavaScript makes of the same expression, whatever the expression', () => {
    fc.assert(
      fc.property(expressions, ({ ours, theirs }) => {
        const expected: unknown = new Function(...NAMES, `return Number(${theirs})`)(...SCOPE.values())
        expect(evaluate(ours)).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  test.each<[string, string]>([
    ['n.constructor', 'only numbers, names, operators and functions are allowed'],
    ['n["x"]', 'only numbers, names, operators and functions are allowed'],
    ['[1, 2]', 'only numbers, names, operators and functions are allowed'],
    ['this', 'only numbers, names, operators and functions are allowed'],
    ['"text"', '"text" is not a number'],
    ['m + 1', 'the name "m" is not defined'],
    ['constructor', 'the name "constructor" is not defined'],
    ['toString()', '"toString" is not a function'],
    ['(n)(1)', 'only numbers, names, operators and functions are allowed'],
    ['floor(1)(2)', '"" is not a function'],
    ['n = 3', 'Unexpected "=" at character 2'],
    ['1 2', 'only numbers, names, operators and functions are allowed'],
    ['', 'a value is missing'],
    ['floor()', 'floor takes 1 argument, not 0'],
    ['pow(1)', 'pow takes 2 arguments, not 1'],
    ['int(1, 2)', 'int(…) draws a number'],
  ])('%s is refused', (text, why) => {
    expect(() => parseFormula(text, SCOPE)).toThrow(`Expression "${text}": ${why}.`)
  })

  test('never fails but by a Problem, whatever the text', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('(', ')', '^', '-', 'n', '1', '?', ':', ',', '[', '"', '.', ' ', 'floor'))
        .map((t) => t.join('')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        try {
          expect(typeof evaluate(typed)).toBe('number')
        } catch (error) {
          expect(error).toBeInstanceOf(Problem)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('is refused when it is too long to be one, before it is parsed', () => {
    expect(() => parseFormula('('.repeat(100_000), new Set())).toThrow('it has more than 400 characters')
  })

  test('draws within its bounds', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const random = createRandom(seed)
        const draw = (text: string) =>
          evaluateFormula(parseFormula(text, new Set(), 'may-draw'), new Map(), random)
        const whole = draw('int(3, 5)')
        expect([3, 4, 5]).toContain(whole)
        expect([1, 2.5, 9]).toContain(draw('pick(1, 2.5, 9)'))
        const real = draw('uniform(0.5, 1, 2)')
        expect(real).toBeGreaterThanOrEqual(0.5)
        expect(real).toBeLessThanOrEqual(1)
        expect(Number(real.toFixed(2))).toBe(real)
      }),
    )
  })
})

/** Random trees, written once in our syntax and once in JavaScript's. */
const { tree: expressions } = fc.letrec<{ tree: { ours: string; theirs: string } }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('n', 'k', 'x', '2', '0.5', '10').map((leaf) => ({ ours: leaf, theirs: leaf })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/', '^', '<', '>=', '==', '!='), tie('tree'), tie('tree'))
      .map(([operator, a, b]) => ({
        ours: `(${a.ours}) ${operator} (${b.ours})`,
        theirs: `Number((${a.theirs}) ${operator === '^' ? '**' : operator} (${b.theirs}))`,
      })),
    // Without parentheses, so that precedence is compared too.
    fc
      .tuple(
        fc.constantFrom('+', '-', '*', '/'),
        fc.constantFrom('+', '-', '*', '/'),
        fc.nat(9),
        fc.nat(9),
        fc.nat(9),
      )
      .map(([f, g, a, b, c]) => ({ ours: `${a} ${f} ${b} ${g} ${c}`, theirs: `${a} ${f} ${b} ${g} ${c}` })),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(([a, b, c]) => ({
      ours: `((${a.ours}) ? (${b.ours}) : (${c.ours}))`,
      theirs: `((${a.theirs}) !== 0 ? (${b.theirs}) : (${c.theirs}))`,
    })),
    fc
      .tuple(fc.constantFrom('floor', 'ceil', 'abs', 'sqrt', 'exp', 'sign', 'tanh'), tie('tree'))
      .map(([name, a]) => ({
        ours: `${name}(${a.ours})`,
        theirs: `Math.${name}(${a.theirs})`,
      })),
    tie('tree').map((a) => ({ ours: `-(${a.ours})`, theirs: `-(${a.theirs})` })),
  ),
}))

test('of names that are known it goes through no list: a deck may have thousands', () => {
  const known = {
    has: (name: string) => name === 'n7',
    keys(): Iterable<string> {
      throw new Error('a list of all names')
    },
  }
  expect(evaluateFormula(parseFormula('n7 + n7', known), new Map([['n7', 2]]))).toBe(4)
})
