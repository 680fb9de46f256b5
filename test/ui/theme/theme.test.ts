import { expect, test } from 'vitest'
import { paint, styleOf } from '../../../src/ui/theme/theme.ts'

test('the theme without colour keeps what is bold or dim', () => {
  expect(styleOf('verdictBad', false)).toEqual({ bold: true })
  expect(styleOf('hint', false)).toEqual({ dimColor: true })
  expect(paint('no', 'bad', false)).toBe('no')
  expect(paint('no', 'bad', true)).toBe('\x1b[31mno\x1b[0m')
})
