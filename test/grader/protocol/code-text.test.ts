import { describe, expect, test } from 'vitest'
import {
  CPP_LEXIS,
  codeAlone,
  JAVASCRIPT_LEXIS,
  type Lexis,
  PYTHON_LEXIS,
  withoutComments,
} from '../../../src/grader/protocol/code-text.ts'

describe('what is no code', () => {
  test.each<{ lexis: Lexis; text: string; code: string; kept: string }>([
    { lexis: PYTHON_LEXIS, text: "x = '#' # one", code: "x = ''", kept: "x = '#'" },
    { lexis: PYTHON_LEXIS, text: 'x = "it\'s" # a', code: "x = ''", kept: 'x = "it\'s"' },
    { lexis: PYTHON_LEXIS, text: '"""a # b"""\ny', code: 'y', kept: 'y' },
    { lexis: PYTHON_LEXIS, text: 'z = """a\n# b"""', code: "z = ''", kept: 'z = """a # b"""' },
    { lexis: JAVASCRIPT_LEXIS, text: 'a // b\n/* c */ d', code: 'a  \n  d', kept: 'a d' },
    { lexis: JAVASCRIPT_LEXIS, text: 'f(`// x`)', code: "f('')", kept: 'f(`// x`)' },
    { lexis: JAVASCRIPT_LEXIS, text: String.raw`f("\"//")`, code: "f('')", kept: String.raw`f("\"//")` },
    { lexis: CPP_LEXIS, text: 'R"x(// ")x" y', code: "'' y", kept: 'R"x(// ")x" y' },
    { lexis: CPP_LEXIS, text: 'a /* never closed', code: 'a', kept: 'a' },
  ])('$text', ({ lexis, text, code, kept }) => {
    expect(codeAlone(text, lexis).trim()).toBe(code.trim())
    expect(withoutComments(text, lexis)).toBe(kept)
  })
})
