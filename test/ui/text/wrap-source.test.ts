import { expect, test } from 'vitest'
import { displayWidth } from '../../../src/core/display-width.ts'
import { wrapSource } from '../../../src/ui/text/wrap-source.ts'

const LINE = '    if (!kept.some((better) => iou(boxes, better, candidate) > threshold)) kept.push(candidate)'

test('a line of a program is broken at spaces, and what is left stands further in', () => {
  expect(wrapSource(LINE, 48)).toEqual([
    '    if (!kept.some((better) => iou(boxes,',
    '        better, candidate) > threshold))',
    '        kept.push(candidate)',
  ])
})

test.each([LINE, 'x'.repeat(300), `${' '.repeat(80)}deep = 1`, '中文'.repeat(40), ''])(
  'nothing of it is lost, and no part is too wide: %#',
  (text) => {
    for (const width of [8, 20, 46, 200]) {
      const lines = wrapSource(text, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width)
    }
  },
)

test('what fits is as it was', () => {
  expect(wrapSource('  a  =  1  ', 20)).toEqual(['  a  =  1  '])
})
