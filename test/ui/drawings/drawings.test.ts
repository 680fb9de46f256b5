import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale, sayIn } from '../../../src/core/locale.ts'
import { drawPicture } from '../../../src/core/pictures/draw-picture.ts'
import { parsePicture } from '../../../src/core/pictures/picture-call.ts'
import { referenceLoader } from '../../../src/grader/load-reference.ts'
import { drawingLines } from '../../../src/ui/drawings/drawing-lines.ts'
import { plainText } from '../../../src/ui/plain/plain-text.ts'
import { type Line, lineWidth } from '../../../src/ui/text/line.ts'

const CALLS = [
  'filter(median, 3)',
  'precision-recall(TFTTF, 4)',
  'lr-schedule(one-cycle)',
  'activations(tanh)',
  'focal-loss',
  'softmax-temperature',
  'unit-balls',
  'loss-gradients',
  'regression-losses',
  'entropy',
]

function drawn(text: string, locale: Locale, width: number): readonly Line[] {
  const parsed = parsePicture(text)
  if (parsed.kind === 'fault') throw new Error(parsed.message.en)
  return drawingLines(drawPicture(parsed.call, referenceLoader('dist/graders')), sayIn(locale), width)
}

describe("a card's picture", () => {
  test.each(CALLS)('%s fits every width in both languages', (call) => {
    for (const locale of LOCALES) {
      for (let width = 38; width <= 100; width += 7) {
        const lines = drawn(call, locale, width)
        expect(lines.length).toBeGreaterThan(8)
        for (const runs of lines) expect(lineWidth(runs)).toBeLessThanOrEqual(width)
      }
    }
  })

  test('of curves has a letter on each, which the legend names', () => {
    expect(plainText(drawn('unit-balls', 'en', 60)).split('\n')).toEqual([
      'x₂  a L1  b L2  c L∞',
      ' 1.1 ┤ ⡤⠤⠤⠤⠤⠤⣤⡤⠤⣤⣤⠤⢤⣤⠤⠤⠤⠤⠤c',
      '     │ ⡇  ⣠⠖⠋⠁⣠⠞⠁⠈⠳⣄⠈⠙⠲⣄  ⢸',
      '     │ ⡇⢠⠞⠁ ⣠⠞⠁    ⠈⠳⣄ b⠳⡄⢸',
      '     │ ⣧⠏ ⣠⠞⠁        a⠳⣄ ⠹⣼',
      '     │ ⡏⣠⠞⠁            ⠈⠳⣄⢹',
      '     │ ⣿⡁                ⢈⣿',
      '     │ ⣇⠙⢦⡀            ⢀⡴⠋⣸',
      '     │ ⡟⣆ ⠙⢦⡀        ⢀⡴⠋ ⣰⢻',
      '     │ ⡇⠘⢦⡀ ⠙⢦⡀    ⢀⡴⠋ ⢀⡴⠃⢸',
      '     │ ⡇  ⠙⠦⣄⡀⠙⢦⡀⢀⡴⠋⢀⣠⠴⠋  ⢸',
      '−1.1 ┤ ⠓⠒⠒⠒⠒⠒⠛⠓⠒⠛⠛⠒⠚⠛⠒⠒⠒⠒⠒⠚',
      '     └──────────────────────',
      '     −1.1       x₁       1.1',
    ])
  })

  test('of bars says how long they are', () => {
    expect(
      plainText(drawn('softmax-temperature', 'en', 40))
        .split('\n')
        .slice(0, 3),
    ).toEqual(['T = 0.5  z = 2  ████████████████ 0.87', '         z = 1  ██ 0.12', '         z = 0   0.02'])
  })
})
