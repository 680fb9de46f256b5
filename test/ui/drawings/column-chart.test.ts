import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnChartLines } from '../../../src/ui/drawings/column-chart.ts'
import { plainText } from '../../../src/ui/plain/plain-text.ts'
import { lineWidth } from '../../../src/ui/text/line.ts'

const columnsOf = (values: readonly number[]) =>
  values.map((value, at) => ({ value, label: at % 2 === 0 ? `c${at}` : '' }))

test('columns are as high as their values between two axes, in eighths of a row', () => {
  const columns = columnsOf([0, 20, 40, 25])
  const right = { unit: 'min', perUnit: 0.5 }
  expect(plainText(columnChartLines({ columns, unit: 'cards', right }, 60))).toBe(
    [
      'cards                    min',
      '40 ┤          ████      ├ 20',
      '   │          ████      │',
      '   │          ████ ▆▆▆▆ │',
      '20 ┤     ████ ████ ████ ├ 10',
      '   │     ████ ████ ████ │',
      '   │     ████ ████ ████ │',
      '   └────────────────────┘',
      '    c0        c2',
    ].join('\n'),
  )
})

test('a chart is never wider than its room, and its highest column reaches the upper half', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 24, max: 200 }),
      (values, width) => {
        const lines = columnChartLines({ columns: columnsOf(values), unit: 'n' }, width)
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width)
        const shown = values.slice(0, (lines.at(-2)?.at(-1)?.text.length ?? 1) - 1)
        const upper = plainText(lines.slice(1, 4))
        const most = Math.max(...shown)
        if (most >= 2 && most === Math.max(...values)) expect(upper).toMatch(/[▁-█]/)
        if (most === 0) expect(plainText(lines)).not.toMatch(/[▁-█]/)
      },
    ),
  )
})
