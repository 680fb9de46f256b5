import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitGrid, imageLines } from '../../../src/ui/images/pixel-grid.ts'
import type { Line } from '../../../src/ui/text/line.ts'
import type { PixelGrid } from '../../../src/ui/theme/pixels.ts'
import { coloursOf, paintRun } from '../../../src/ui/theme/theme.ts'

const ramp = (lines: readonly Line[]) => lines.map((runs) => runs.map(({ text }) => text).join(''))
const grid = (scale: PixelGrid['scale'], width: number, values: readonly number[]): PixelGrid => ({
  scale,
  height: values.length / width,
  width,
  values,
})
const natural = (image: PixelGrid) =>
  imageLines(image, { columns: image.width, rows: Math.ceil(image.height / 2) })

describe('pixels', () => {
  test('stand two above each other in one character, the last row alone', () => {
    const image = grid('grey', 2, [0, 1, 0, 1, 1, 0.5])
    const lines = natural(image)
    expect(ramp(lines)).toEqual([' @', '@+'])
    const fitted = { grid: image, columns: 2, halves: 3 }
    expect(lines.map(([run]) => run?.pixels)).toEqual([
      { scale: 'grey', tops: [0, 1], bottoms: [0, 1], of: { image: fitted, row: 0 } },
      { scale: 'grey', tops: [1, 0.5], bottoms: [undefined, undefined], of: { image: fitted, row: 1 } },
    ])
  })

  test('of a difference are signs where there is no colour', () => {
    expect(ramp(natural(grid('difference', 5, [0, 1, -0.1, Number.NaN, 0.2, 0, 0, 0, 0, -0.9])))).toEqual([
      '·+-?-',
    ])
  })

  test('are painted with 24 bits, with the greys of 256 colours, or not at all', () => {
    const [[run] = []] = natural(grid('grey', 3, [0, 0, 1, 1, 1, 0.5]))
    if (run === undefined) throw new Error('no run')
    expect(paintRun(run, { colours: 'full', graphics: 'blocks' })).toBe(
      '\x1b[38;2;0;0;0;48;2;255;255;255m▀▀\x1b[38;2;255;255;255;48;2;128;128;128m▀\x1b[0m',
    )
    expect(paintRun(run, { colours: 'indexed', graphics: 'blocks' })).toBe(
      '\x1b[38;5;16;48;5;231m▀▀\x1b[38;5;231;48;5;244m▀\x1b[0m',
    )
    expect(paintRun(run, { colours: 'none', graphics: 'blocks' })).toBe('++#')
    expect(paintRun(run, { colours: 'full', graphics: 'text' })).toBe('++#')
  })

  test.each([
    { env: { COLORTERM: 'truecolor', TERM: 'xterm' }, colours: 'full' },
    { env: { COLORTERM: '24bit' }, colours: 'full' },
    { env: { TERM: 'xterm-256color' }, colours: 'indexed' },
    { env: { NO_COLOR: '1', COLORTERM: 'truecolor' }, colours: 'none' },
    { env: { TERM: 'dumb' }, colours: 'none' },
  ])('are $colours with $env', ({ env, colours }) => {
    expect(coloursOf(env)).toBe(colours)
  })

  test('fit any room, and one that differs is never lost', () => {
    const side = fc.integer({ min: 1, max: 60 })
    const room = fc.record({
      columns: fc.integer({ min: 4, max: 40 }),
      rows: fc.integer({ min: 2, max: 12 }),
    })
    fc.assert(
      fc.property(side, side, room, fc.nat(), (height, width, size, place) => {
        const values = Array.from({ length: height * width }, (_, at) =>
          at === place % (height * width) ? 1 : 0,
        )
        const fitted = fitGrid({ scale: 'difference', height, width, values }, size)
        expect(fitted.width).toBeLessThanOrEqual(size.columns)
        expect(fitted.height).toBeLessThanOrEqual(2 * size.rows)
        expect(fitted.values).toHaveLength(fitted.height * fitted.width)
        expect(fitted.values).toContain(1)
      }),
    )
  })
})
