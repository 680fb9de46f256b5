import { describe, expect, test } from 'vitest'
import type { Language } from '../../../src/core/exercise.ts'
import { supportFor } from '../../../src/grader/languages/all-languages.ts'
import { codeAlone, withoutComments } from '../../../src/grader/protocol/code-text.ts'

describe('what is no code', () => {
  test.each<{ language: Language; text: string; code: string; kept: string }>([
    { language: 'py', text: "x = '#' # one", code: "x = ''", kept: "x = '#'" },
    { language: 'py', text: 'x = "it\'s" # a', code: "x = ''", kept: 'x = "it\'s"' },
    { language: 'py', text: '"""a # b"""\ny', code: 'y', kept: 'y' },
    { language: 'py', text: 'z = """a\n# b"""', code: "z = ''", kept: 'z = """a # b"""' },
    { language: 'js', text: 'a // b\n/* c */ d', code: 'a  \n  d', kept: 'a d' },
    { language: 'js', text: 'f(`// x`)', code: "f('')", kept: 'f(`// x`)' },
    { language: 'js', text: String.raw`f("\"//")`, code: "f('')", kept: String.raw`f("\"//")` },
    { language: 'cpp', text: 'R"x(// ")x" y', code: "'' y", kept: 'R"x(// ")x" y' },
    { language: 'cpp', text: 'a /* never closed', code: 'a', kept: 'a' },
  ])('$text', ({ language, text, code, kept }) => {
    const { lexis } = supportFor(language)
    expect(codeAlone(text, lexis).trim()).toBe(code.trim())
    expect(withoutComments(text, lexis)).toBe(kept)
  })
})
