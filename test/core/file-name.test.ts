import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameOf } from '../../src/core/file-name.ts'
import { codePoint } from '../code-point.ts'

test.each([
  ['Physics: Forces', 'Physics-Forces'],
  ['../../etc/passwd', 'etc-passwd'],
  ['/absolute', 'absolute'],
  ['C:\\Windows\\system32', 'C-Windows-system32'],
  ['CON', 'deck-CON'],
  ['nul.txt', 'deck-nul.txt'],
  ['.hidden', 'hidden'],
  ['ends with dots...', 'ends-with-dots'],
  ['', 'deck'],
  ['\0\x1b[31m\u202e', 'deck'],
  ['...', 'deck'],
  ['计算机视觉', '计算机视觉'],
])('%j is called %j', (name, file) => {
  expect(fileNameOf(name)).toBe(file)
})

test('names that differ by capitals alone are told apart', () => {
  const taken = new Set<string>()
  expect(['Adam', 'adam', 'ADAM'].map((name) => fileNameOf(name, taken))).toEqual([
    'Adam',
    'adam-2',
    'ADAM-3',
  ])
})

test('whatever the name, the file lies in its folder, is not hidden and not too long', () => {
  const part = fc.oneof(
    fc.string({ unit: codePoint }),
    fc.constantFrom('..', '/', '\\', 'CON', '.', ' ', '~', '-', '\0', 'é', '\u202e', ':'),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const file = fileNameOf(parts.join(''))
      expect(file).not.toMatch(/^[.~\s-]|[\\/:*?"<>|\0-\x1f]|[.\s]$|^(?:con|nul)(?:\.|$)/i)
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(190)
      expect(file).not.toBe('')
    }),
    { numRuns: 2000 },
  )
})
