import { expect, test } from 'vitest'
import { sayIn, verbatim } from '../../../src/core/locale.ts'
import { threwValue } from '../../../src/grader/words/sentences.ts'
import { plainText } from '../../../src/ui/plain/plain-text.ts'
import { reasonLines } from '../../../src/ui/verdict/verdict-reason.ts'

const told = (said: readonly string[], width: number, message = verbatim(said.join('\n'))) => {
  const around = {
    locale: 'en',
    say: sayIn('en'),
    width,
    windowWidth: width,
    imageRows: 14,
    now: { at: 0, offsetMin: 0 },
  } as const
  return plainText(reasonLines({ kind: 'compile-error', message }, around)).split('\n')
}

test('what a compiler quotes is cut and not broken, so that its marks stay below what they point at', () => {
  const quoted = `   12 |     auto found = ${'a_long_name + '.repeat(6)}0;`
  const marks = '      |          ^~~~~'
  const said = ['median.cpp:12:10: error: unused', quoted, marks]
  expect(told(said, 60)).toEqual([`  ${said[0]}`, `  ${quoted.slice(0, 57)}…`, `  ${marks}`])
})

test.each([
  ['with a bar', '   12 | ', '      | '],
  ['without one', '    ', '    '],
])('a mark beyond the window is shown with what it points at: %s', (_, gutter, below) => {
  const quoted = `${gutter}${'first_name + '.repeat(9)}WRONG + ${'last_name + '.repeat(9)}`
  const marks = `${below}${' '.repeat(quoted.indexOf('WRONG') - below.length)}^~~~~`
  const [shown = '', mark = '', next] = told([quoted, marks, 'SyntaxError: no'], 60)
  expect(shown.length).toBe(60)
  expect(shown).toMatch(/^ {2}[ 0-9|]*….*WRONG.*…$/)
  expect(mark.indexOf('^')).toBe(shown.indexOf('WRONG'))
  expect(next).toBe('  SyntaxError: no')
})

test('what a compiler says is broken between words', () => {
  const said = "median.cpp:4:89: error: conversion from 'const char [60]' to non-scalar type requested"
  expect(told([said], 60)).toEqual([
    "  median.cpp:4:89: error: conversion from 'const char [60]'",
    '  to non-scalar type requested',
  ])
})

test('what a program says stands further in than any verdict', () => {
  const said = ['x', '✓ Accepted  95 of 95 cases passed', '', 'Schedule: rated good', '| 1', '  ^']
  expect(told([], 60, threwValue(said.join('\n')))).toEqual([
    'threw x',
    '  ✓ Accepted  95 of 95 cases passed',
    '',
    '  Schedule: rated good',
    '  | 1',
    '    ^',
  ])
})

test('of an error of thousands of lines the beginning and the end are shown', () => {
  const said = Array.from({ length: 4000 }, (_, at) => `line ${at}`)
  const shown = told(said, 60)
  expect(shown.length).toBeLessThan(100)
  expect([shown[0], shown.at(-1)]).toEqual(['  line 0', '  line 3999'])
  expect(shown).toContain('  …')
})
