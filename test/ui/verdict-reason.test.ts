import { expect, test } from 'vitest'
import { sayIn } from '../../src/core/locale.ts'
import { plainText } from '../../src/ui/plain/plain-text.ts'
import { reasonLines } from '../../src/ui/verdict/verdict-reason.ts'

test('what a compiler quotes is cut and not broken, so that its marks stay below what they point at', () => {
  const quoted = `   12 |     auto found = ${'a_long_name + '.repeat(6)}0;`
  const marks = '      |          ^~~~~'
  const said = ['median.cpp:12:10: error: unused', quoted, marks].join('\n')
  const lines = reasonLines(
    { kind: 'compile-error', message: { en: said, zh: said } },
    { locale: 'en', say: sayIn('en'), width: 60, now: { at: 0, offsetMin: 0 } },
  )
  expect(plainText(lines).split('\n')).toEqual([
    'median.cpp:12:10: error: unused',
    `${quoted.slice(0, 59)}…`,
    marks,
  ])
})
