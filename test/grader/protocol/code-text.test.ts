import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../src/core/clean-text.ts'
import type { Language } from '../../../src/core/exercise.ts'
import type { ExerciseId } from '../../../src/core/ids.ts'
import { verbatim } from '../../../src/core/locale.ts'
import { parseSignature } from '../../../src/core/signature.ts'
import { judgeLoading } from '../../../src/grader/judge/judge-loading.ts'
import { supportFor } from '../../../src/grader/languages/all-languages.ts'
import { codeAlone, handwrittenCode, withoutComments } from '../../../src/grader/protocol/code-text.ts'

describe('what is no code', () => {
  test.each<{ language: Language; text: string; code: string; kept: string }>([
    { language: 'py', text: "x = '#' # one", code: "x = ''", kept: "x = '#'" },
    { language: 'py', text: 'x = "it\'s" # a', code: "x = ''", kept: 'x = "it\'s"' },
    { language: 'py', text: '"""a # b"""\ny', code: 'y', kept: 'y' },
    { language: 'py', text: 'z = """a\n# b"""', code: "z = ''", kept: 'z = """a # b"""' },
    { language: 'js', text: 'a // b\n/* c */ d', code: 'a\n d', kept: 'a d' },
    { language: 'js', text: 'f(`// x`)', code: "f('')", kept: 'f(`// x`)' },
    { language: 'js', text: String.raw`f("\"//")`, code: "f('')", kept: String.raw`f("\"//")` },
    { language: 'cpp', text: 'R"x(// ")x" y', code: "'' y", kept: 'R"x(// ")x" y' },
    { language: 'cpp', text: 'a /* never closed', code: 'a', kept: 'a' },
    { language: 'cpp', text: "1'000 - 1'0 // a", code: "1''000 - 1''0", kept: "1'000 - 1'0" },
    { language: 'js', text: 'a  "b // c\n\n  d', code: "a ''\n d", kept: 'a "b // c d' },
  ])('$text', ({ language, text, code, kept }) => {
    const { lexis } = supportFor(language)
    expect(codeAlone(text, lexis).trim()).toBe(code.trim())
    expect(withoutComments(text, lexis)).toBe(kept)
  })
})

describe('a text that is as long as one may be, and would be read again at each of its letters', () => {
  const MOST = 2 ** 18
  test.each<{ language: Language; start: string; part: string; end?: string }>([
    { language: 'py', start: 'A = (\n"""', part: '\\\\alpha ', end: '""".strip())' },
    { language: 'py', start: '"""', part: '\\"""' },
    { language: 'py', start: '', part: 'from typing import List\n' },
    { language: 'py', start: 'A = A', part: '\t' },
    { language: 'py', start: '', part: 'from a import (' },
    { language: 'js', start: '', part: "'\\" },
    { language: 'js', start: '', part: '`\\' },
    { language: 'js', start: 'function', part: '\n' },
    { language: 'js', start: '', part: 'let meanFilter\n' },
    { language: 'cpp', start: '', part: '"\\' },
    { language: 'cpp', start: '', part: 'R"x(' },
    { language: 'cpp', start: 'int x = 1', part: '*' },
    { language: 'cpp', start: '', part: 'mean_filter(\n' },
  ])('$language: $start$part…', ({ language, start, part, end = '' }) => {
    const support = supportFor(language)
    const { lexis, unfilled, functionName, tellMistaken, findLibraryName } = support
    const source = start + part.repeat((MOST - start.length - end.length) / part.length) + end
    const name = functionName('mean-filter' as ExerciseId)
    const nothing = { memoryMb: 0, memoryError: /^$/, stderr: '' }
    const threw = { kind: 'threw', name: '', message: verbatim('') } as const
    expect(unfilled(name).test(withoutComments(source, lexis))).toBe(false)
    expect(findLibraryName?.(source, ['cv2.blur'])).toBeUndefined()
    expect(
      tellMistaken?.(handwrittenCode(source, lexis), name, parseSignature('(a: int) -> int')),
    ).toBeUndefined()
    expect(judgeLoading({ kind: 'failed', why: 'missing', threw }, name, nothing, support, source).kind).toBe(
      'compile-error',
    )
  })

  test('an error that tells of as many calls as it may', () => {
    const { tellLoading } = supportFor('js')
    const stack = '\n    at (node:(node:)'.repeat(400)
    expect(tellLoading?.(`RangeError: Maximum call stack size exceeded${stack}`)).toBeDefined()
    expect(tellLoading?.(`RangeError: Maximum call stack size exceeded${stack} x`)).toBeUndefined()
  })

  test('a tower of marks', () => {
    expect(cleanText(`a${'\u0301\u0323'.repeat(MOST)}b`)).toHaveLength(31)
  })
})
