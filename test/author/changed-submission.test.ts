import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { findSubmissions } from '../../src/author/labelled-submission.ts'
import { Problem } from '../../src/core/problem.ts'

const RIGHT = 'import numpy as np\n\ndef f(x):\n    y = x + 1\n    y = y * 2\n    return y\n'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changed-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const shelf of ['accepted', 'wrong'])
    mkdirSync(join(folder, 'submissions', shelf), { recursive: true })
  writeFileSync(join(folder, 'submissions/accepted/right.py'), RIGHT)
  writeFileSync(join(folder, 'reference.cpp'), 'int f(int x) {\n  return x;\n}\n')
})

function wrong(text: string, name = 'one.py') {
  writeFileSync(join(folder, 'submissions/wrong', name), text)
  return findSubmissions(join(folder, 'submissions')).at(-1)
}

function problemOf(text: string): string {
  try {
    wrong(text)
  } catch (error) {
    if (error instanceof Problem) return error.message.replace(folder, 'ID')
    throw error
  }
  return 'none'
}

test('a submission may give only the lines in which it differs from another', () => {
  const changes =
    '# -     y = x + 1\n# +     y = x + 2\n# why:\n# -     return y\n# +     print(y)\n# +\n# +     return y\n'
  expect(wrong(`# diagnosis: two\n# from: accepted/right.py\n${changes}`)).toEqual({
    name: 'wrong/one.py',
    fileName: 'one.py',
    language: 'py',
    label: { kind: 'wrong-answer', diagnosis: 'two' },
    source: 'import numpy as np\n\ndef f(x):\n    y = x + 2\n    y = y * 2\n    print(y)\n\n    return y\n',
  })
})

test('lines may go without others in their place, at the beginning and at the end too', () => {
  const source = (changes: string) =>
    wrong(`# verdict: runtime-error\n# from: accepted/right.py\n${changes}`)?.source
  expect(source('# - import numpy as np\n# -\n')).toBe(RIGHT.split('\n').slice(2).join('\n'))
  expect(source('# -     return y\n')).toBe(RIGHT.replace('    return y\n', ''))
})

test('from a reference', () => {
  const text = '// diagnosis: none\n// from: reference.cpp\n// -   return x;\n// +   return -x;\n'
  expect(wrong(text, 'one.cpp')?.source).toBe('int f(int x) {\n  return -x;\n}\n')
})

test.each([
  ['accepted/lost.py', '', '2: There is neither a submission nor a reference accepted/lost.py.'],
  [
    'accepted/right.py',
    '# -     y = 3\n',
    '3: "y = 3" and what follows stand 0 times in accepted/right.py, and must stand there once.',
  ],
  [
    'accepted/right.py',
    '# a comment\n# - \n# +\n# -     y = x + 1\n# -     return y\n',
    '6: "y = x + 1" and what follows stand 0 times in accepted/right.py, and must stand there once.',
  ],
  [
    'accepted/right.py',
    '# +     y = 3\n',
    '3: Lines are added in the place of others: put a line with - before those with +.',
  ],
  ['accepted/right.py', '\ny = 3\n', '4: A submission that says "from:" holds only comments.'],
])('what cannot be made from %s is told with its line: %s', (from, changes, says) => {
  expect(problemOf(`# diagnosis: none\n# from: ${from}\n${changes}`)).toBe(
    `ID/submissions/wrong/one.py:${says}`,
  )
})
