import { expect, test } from 'vitest'
import { parseEquivalents } from '../../../src/author/mutate/equivalents.ts'
import { namedMutants } from '../../../src/author/mutate/reference-mutant.ts'
import { formatFault } from '../../../src/core/fault.ts'

function faultsOf(text: string): readonly string[] {
  return parseEquivalents(text, 'equivalent.yaml').faults.map(formatFault)
}

test('an entry names a change of one line or of several, whatever their blanks', () => {
  const { equivalents } = parseEquivalents(
    `- was: a < b
  is: a <= b
  reason: They are never equal.
- file: other.ts
  was: |
    {
      total++
    }
  is: "{}"
  nth: 2
  reason: Nobody reads it.
`,
    'equivalent.yaml',
  )
  expect(equivalents).toEqual([
    { file: 'reference.ts', was: 'a < b', is: 'a <= b', nth: 1, reason: 'They are never equal.' },
    { file: 'other.ts', was: '{ total++ }', is: '{}', nth: 2, reason: 'Nobody reads it.' },
  ])
})

test('a file that cannot be read says where and what', () => {
  expect(faultsOf('')).toEqual([])
  expect(faultsOf('# None.\n')).toEqual([])
  expect(faultsOf('- was: a ? b : c\n')).toEqual([
    'equivalent.yaml:1: YAML: Nested mappings are not allowed in compact mappings. Code with ": " in it needs quotes.',
  ])
  expect(faultsOf('was: a\n')).toEqual([
    'equivalent.yaml:1: The file: Invalid type: Expected Array but received Object.',
  ])
  expect(faultsOf('- was: a\n  is: b\n  reason: ""\n\n- was: a\n  is: b\n  nth: 0\n  because: c\n')).toEqual([
    'equivalent.yaml:3: reason: is empty.',
    'equivalent.yaml:7: nth: Invalid value: Expected >=1 but received 0.',
    'equivalent.yaml:5: reason: Invalid key: Expected "reason" but received undefined.',
    'equivalent.yaml:8: because: Invalid key: Expected never but received "because".',
  ])
})

test('a mutant is named by the lines that it changes', () => {
  const source = 'let a = 1\n\nif (a > 1) {\n  a++\n}\na > 1 || a++\na > 1 || a++\n'
  const at = (line: number, column: number, endLine: number, endColumn: number) => ({
    start: { line, column },
    end: { line: endLine, column: endColumn },
  })
  const change = { mutatorName: 'X', replacement: 'a >= 1' }
  const mutants = namedMutants('reference.ts', source, [
    { ...change, id: '0', location: at(2, 4, 2, 9) },
    { ...change, id: '1', replacement: '{}', location: at(2, 11, 4, 1) },
    { ...change, id: '2', location: at(5, 0, 5, 5) },
    { ...change, id: '3', location: at(6, 0, 6, 5) },
  ])
  expect(mutants.map(({ id, line, was, is, nth }) => [id, line, was, is, nth])).toEqual([
    ['0', 3, 'if (a > 1) {', 'if (a >= 1) {', 1],
    ['1', 3, 'if (a > 1) { a++ }', 'if (a > 1) {}', 1],
    ['2', 6, 'a > 1 || a++', 'a >= 1 || a++', 1],
    ['3', 7, 'a > 1 || a++', 'a >= 1 || a++', 2],
  ])
})
