import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Locale, sayIn } from '../../../src/core/locale.ts'
import type { NdArray } from '../../../src/core/value.ts'
import { plainText } from '../../../src/ui/plain/plain-text.ts'
import { lineWidth } from '../../../src/ui/text/line.ts'
import { caseImages } from '../../../src/ui/verdict/case-images.ts'
import { runs } from '../../seed.ts'
import { failure, matrix } from '../verdict-samples.ts'

function around(locale: Locale = 'en', width = 76) {
  return { say: sayIn(locale), locale, width }
}

const SPOILT = failure(
  matrix(8, 7, (_, column) => 30 * column),
  matrix(8, 7, (row, column) => (row === 2 && column === 4 ? 150 : 30 * column)),
  {
    args: [{ name: 'image', value: matrix(8, 7, (_, column) => 30 * column) }],
    worst: undefined,
  },
)

describe('a failing case of images', () => {
  test('is input, expected, yours and difference, side by side', () => {
    expect(plainText(caseImages(SPOILT, around())).split('\n')).toEqual([
      'image           expected        got             difference ±30',
      '  ..--++**%%@@    ..--++**%%@@    ..--++**%%@@  ··············',
      '  ..--++**%%@@    ..--++**%%@@    ..--++**%%@@  ··············',
      '  ..--++**%%@@    ..--++**%%@@    ..--++%%%%@@  ········++····',
      ...Array.from({ length: 5 }, () => '  ..--++**%%@@    ..--++**%%@@    ..--++**%%@@  ··············'),
      '0  .:-=+*#%@ 180   + too large  - too small',
    ])
  })

  test('is another one where the smallest is too small, and is named', () => {
    const { args, expected, got } = SPOILT
    if (expected === undefined || got === undefined) throw new Error('two images')
    const small = failure(
      matrix(1, 2, () => 0),
      matrix(1, 2, () => 1),
      { imageCase: { name: { en: 'ramp 8x7', zh: '斜坡 8x7' }, args, expected, got, at: undefined } },
    )
    const [title, ...lines] = caseImages(small, around())
    expect(plainText([title ?? []])).toBe('Case: ramp 8x7')
    expect(plainText(caseImages(small, around('zh')).slice(0, 1))).toBe('用例：斜坡 8x7')
    expect(lines).toEqual(caseImages(SPOILT, around()))
  })

  test('is as bright as what is drawn, and says which field of a record that is', () => {
    const image = (value: number) => matrix(6, 6, (row) => row * value)
    const args = [
      { name: 'gradOut', value: image(0.5) },
      { name: 'x', value: image(100) },
    ]
    const at = 'gamma[5, 0]'
    const worst = { at, first: at, expected: 10, got: 5, absolute: 5, relative: 0.5, wrong: 30, of: 36 }
    const record = (value: number) => ({ x: image(7), gamma: image(value) })
    const lines = caseImages(failure(record(2), record(1), { args, worst }), around())
    const [titles, ...rows] = plainText(lines).split('\n')
    expect(titles?.split(/ {2,}/)).toEqual(['gradOut', 'gamma expected', 'gamma got', 'difference ±5'])
    expect(rows.at(-1)).toMatch(/^0 .* 10 /)
  })

  test('of the result has the greys of its own numbers, where the input is no image', () => {
    const image = (value: number) => matrix(6, 6, (row) => (row * value) / 5)
    const lines = caseImages(
      failure(image(0.5), image(1), { args: [{ name: 'logits', value: image(90) }] }),
      around(),
    )
    expect(plainText(lines)).toMatch(/^0 .* 0\.5 /m)
  })

  test('has fewer in a row in a narrow window, and its words in Chinese', () => {
    const image = matrix(12, 12, (row) => row)
    const wide = failure(image, image, { args: [{ name: 'image', value: image }] })
    const lines = plainText(caseImages(wide, around('zh', 34))).split('\n')
    const titles = lines.filter((line) => /image|[\u4e00-\u9fff]/.test(line) && !line.includes('@ 11'))
    expect(titles.map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['image', '期望'],
      ['实际', '差'],
    ])
  })

  test.each([
    { what: 'is smaller than an image', array: matrix(5, 9, () => 1) },
    { what: 'has three axes', array: { ...matrix(8, 8, () => 1), shape: [2, 4, 8] } },
  ])('has no images when it $what', ({ array }) => {
    expect(caseImages(failure(array, array), around())).toEqual([])
  })

  test('has no difference where the shapes differ', () => {
    const lines = plainText(
      caseImages(
        failure(
          matrix(8, 8, () => 1),
          matrix(6, 8, () => 2),
        ),
        around(),
      ),
    )
    expect(lines.split('\n')[0]).toBe('expected          got')
  })

  test('stays within its width, each image a rectangle, whatever the numbers', () => {
    const entry = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, 1 / 0, -1 / 0, -0))
    const array = (rows: number, columns: number) =>
      fc
        .array(entry, { minLength: rows * columns, maxLength: rows * columns })
        .map((data): NdArray => ({ dtype: 'f64', shape: [rows, columns], data: Float64Array.from(data) }))
    const sides = fc.tuple(fc.integer({ min: 6, max: 40 }), fc.integer({ min: 6, max: 40 }))
    const cases = sides.chain(([rows, columns]) => fc.tuple(array(rows, columns), array(rows, columns)))
    fc.assert(
      fc.property(cases, fc.integer({ min: 34, max: 98 }), ([expected, got], width) => {
        const lines = caseImages(failure(expected, got), around('en', width))
        expect(lines.length).toBeGreaterThan(4)
        for (const runs of lines) {
          expect(lineWidth(runs)).toBeLessThanOrEqual(width)
          for (const { text, pixels } of runs) {
            if (pixels === undefined) continue
            expect(pixels.tops.length).toBe(pixels.bottoms.length)
            expect(text.replace('…', '').length).toBeLessThanOrEqual(pixels.tops.length)
            const limits = pixels.scale === 'grey' ? [0, 1] : [-1, 1]
            for (const value of [...pixels.tops, ...pixels.bottoms]) {
              if (value === undefined || Number.isNaN(value)) continue
              expect(value).toBeGreaterThanOrEqual(limits[0] ?? 0)
              expect(value).toBeLessThanOrEqual(limits[1] ?? 0)
            }
          }
        }
      }),
      { numRuns: runs(50) },
    )
  })
})
