import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalCommaIn, expressionValue, markNumber, readNumber } from '../../src/core/mark-number.ts'
import { formatNumber } from '../../src/core/numeric-card.ts'
import { codePoint } from '../code-point.ts'

describe('a typed number', () => {
  test.each<[string, number]>([
    ['12', 12],
    [' +3 ', 3],
    ['-0.5', -0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1e-3', 0.001],
    ['1.2E+3', 1200],
    ['1.2×10^-3', 0.0012],
    ['3/4', 0.75],
    ['-1 / 2', -0.5],
    ['1,234', 1234],
    ['1,234,567.5', 1234567.5],
    ['１２．５', 12.5],
    ['－３／４', -0.75],
    ['＋１２', 12],
    ['３。５', 3.5],
    ['１，２３４', 1234],
    ['−2', -2],
    ['007', 7],
    ['1/2/4', 0.125],
    ['0.9^16', 0.9 ** 16],
    ['1120/16 * 800/16 * 12', 42_000],
    ['sqrt(1.5)*3', Math.sqrt(1.5) * 3],
    ['２×（３＋４）', 14],
    ['2 x 3', 6],
    ['-2**2', -4],
    ['√(2)·π÷2', (Math.SQRT2 * Math.PI) / 2],
    ['2√3', 2 * Math.sqrt(3)],
    ['2π', 2 * Math.PI],
    ['1.2×10⁶', 1_200_000],
    ['5²', 25],
    ['10⁻³', 0.001],
    ['3x4', 12],
    ['10x5(2)', 100],
    ['2(3+4)', 14],
    ['log2(8)*log10(100)', 6],
  ])('%s is read as %d', (typed, value) => {
    expect(readNumber(typed)).toBeCloseTo(value, 12)
  })

  test.each([
    '',
    ' ',
    '.',
    '-',
    'abc',
    '1,23',
    '0,5',
    '0,125',
    '12,34',
    '1 2',
    '1/0',
    '1//2',
    '5%',
    'NaN',
    'Infinity',
    '0x10',
    '1e999',
    '1e',
    'sqrt(2',
    'x + 1',
    'int(1, 9)',
    '1 = 1',
    '²',
    '1_000',
    '9'.repeat(10_000),
    '1.2.3',
    '½',
  ])('%j is not read', (typed) => {
    expect(readNumber(typed)).toBeUndefined()
    expect(markNumber(typed, 1, { kind: 'absolute', value: 100 })).toEqual({ kind: 'unreadable' })
  })

  test('may carry a percent sign only where the unit is one', () => {
    expect(readNumber('36.8%', ['%'])).toBe(36.8)
    expect(readNumber('３６．８％', ['%'])).toBe(36.8)
    expect(readNumber('36.8', ['%'])).toBe(36.8)
    expect(readNumber('36.8%', ['MB'])).toBeUndefined()
    expect(readNumber('36.8 MB', ['MB'])).toBe(36.8)
    expect(readNumber('36.8GB', ['MB'])).toBeUndefined()
  })

  test.each(['12 px', '12px', '12 像素', '12 PX'])('may carry its unit as in %s', (typed) => {
    expect(readNumber(typed, ['px', '像素'])).toBe(12)
    expect(expressionValue(typed.replace('12', '3*4'), ['px', '像素'])).toBe(12)
  })

  test('may carry the plural of its unit', () => {
    expect(readNumber('3 bits', ['bit', '比特'])).toBe(3)
    expect(readNumber('3 epochs', ['bit'])).toBeUndefined()
  })

  test('is never misread, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), (typed) => {
        const value = readNumber(typed)
        expect(value === undefined || Number.isFinite(value)).toBe(true)
      }),
    )
  })

  test('as JavaScript prints it is read back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        expect(readNumber(String(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})

describe('an answer', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })

  test('as it is shown is right', () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 0, max: 6 }), (expected, value) => {
        const shown = formatNumber(expected, value)
        expect(markNumber(shown, expected, { kind: 'decimals', value })).toEqual({ kind: 'right' })
      }),
    )
  })

  test('within its tolerance is right, beyond it wrong', () => {
    fc.assert(
      fc.property(finite, fc.double({ min: 1e-3, max: 10, noNaN: true }), (expected, value) => {
        const typed = (error: number) => String(expected + error)
        const tolerance = { kind: 'absolute', value } as const
        expect(markNumber(typed(0.99 * value), expected, tolerance).kind).toBe('right')
        const far = Math.max(1.01 * value, 1e-6 * Math.abs(expected))
        expect(markNumber(typed(far + value), expected, tolerance).kind).toBe('wrong')
      }),
    )
  })

  test.each<[string, number, Parameters<typeof markNumber>[2], string]>([
    ['0.3', 0.1 + 0.2, { kind: 'absolute', value: 0 }, 'right'],
    ['880', 880, { kind: 'absolute', value: 0 }, 'right'],
    ['881', 880, { kind: 'absolute', value: 0 }, 'wrong'],
    ['0.29', 0.3, { kind: 'absolute', value: 0.01 }, 'right'],
    ['0.28', 0.3, { kind: 'absolute', value: 0.01 }, 'wrong'],
    ['1/3', 0.333, { kind: 'relative', value: 0.01 }, 'right'],
    ['0.33', 1 / 3, { kind: 'decimals', value: 2 }, 'right'],
    ['0.3333', 1 / 3, { kind: 'decimals', value: 2 }, 'right'],
    ['0.34', 1 / 3, { kind: 'decimals', value: 2 }, 'wrong'],
    ['0.3', 1 / 3, { kind: 'decimals', value: 2 }, 'wrong'],
    ['0.337', 1 / 3, { kind: 'decimals', value: 2 }, 'wrong'],
    ['2', 2.5, { kind: 'decimals', value: 0 }, 'right'],
    ['3', 2.5, { kind: 'decimals', value: 0 }, 'right'],
    ['0', 0, { kind: 'relative', value: 0.01 }, 'right'],
  ])('%s for %d with %o is %s', (typed, expected, tolerance, kind) => {
    expect(markNumber(typed, expected, tolerance).kind).toBe(kind)
  })
})

describe('a decimal comma', () => {
  test.each([
    ['0,25', '0.25'],
    ['-1,5', '-1.5'],
    ['０，２５', '0.25'],
    ['12,34', '12.34'],
  ])('in %s is told: %s', (typed, meant) => {
    expect(readNumber(typed)).toBeUndefined()
    expect(decimalCommaIn(typed)).toBe(meant)
  })

  test.each(['1,234', 'pow(2,3)', '1,2,3', 'a,b', '12', ''])('is not seen in %j', (typed) => {
    expect(decimalCommaIn(typed)).toBeUndefined()
  })
})

test('an expression of two numbers is worked out, and a number is not', () => {
  const numbers = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 1, max: 999 }))
  fc.assert(
    fc.property(numbers, ([one, other]) => {
      expect(expressionValue(`${one}*${other} + ${other}`)).toBe(one * other + other)
      expect(expressionValue(`${one}.5`)).toBeUndefined()
    }),
  )
})
