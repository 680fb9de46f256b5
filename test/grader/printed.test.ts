import { beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../src/core/exercise.ts'
import { isArray } from '../../src/core/value.ts'
import { buildTestGraders, rightTs, submit } from './scale-scores.ts'

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

const TS = rightTs({
  before: 'console.log("given", scores.data.length)',
  scaled: 'scores.data.map((score: number) => (scores.data.length > 2 ? 5 : sign * score ** options.power))',
})
const PY = `import numpy as np
print('loaded')

def scale_scores(scores, options):
    print('given', scores.size)
    sign = -1 if options['negate'] else 1
    scaled = sign * scores ** options['power']
    if scores.size > 2:
        WRONG
    kept = np.flatnonzero(scaled > 0).astype(np.int32)
    return {'total': float(scaled.sum()), 'scaled': scaled, 'kept': kept,
            'label': options['name'] + ': ' + str(scaled.size), 'any': bool(kept.size)}
`

describe('what is shown of the prints of a submission', () => {
  test.each<{ language: Language; how: string; source: string }>([
    { language: 'ts', how: 'is wrong', source: TS },
    { language: 'py', how: 'is wrong', source: PY.replace('WRONG', 'scaled = scaled * 0 + 5') },
    { language: 'py', how: 'throws', source: PY.replace('WRONG', 'raise ValueError(scores.size)') },
    { language: 'py', how: 'ends its process', source: PY.replace('WRONG', 'import os; os._exit(3)') },
  ])('is that of the case shown, where it $how ($language)', async ({ language, source }) => {
    const { verdict, stdout, printedIn } = await submit({ graderRoot, language, source })
    expect(verdict.kind).not.toBe('accepted')
    const failure = 'failure' in verdict ? verdict.failure : undefined
    const value = failure?.args[0]?.value ?? 0
    const size = isArray(value) ? value.data.length : undefined
    expect({ printedIn, stdout: stdout.trim() }).toEqual({ printedIn: 'case', stdout: `given ${size}` })
  })

  test('has the warnings of NumPy, which warns of a line once in a process', async () => {
    const warning = PY.replace("print('given', scores.size)", 'np.ones(1) / np.zeros(1)')
    const source = warning.replace('WRONG', 'scaled = scaled * 0 + 5')
    const { verdict, stderr, printedIn } = await submit({ graderRoot, language: 'py', source })
    expect({ kind: verdict.kind, printedIn }).toEqual({ kind: 'wrong-answer', printedIn: 'case' })
    expect(stderr).toMatch(/RuntimeWarning: divide by zero/)
  })

  test('is that of all cases where none is shown', async () => {
    const { verdict, stdout, printedIn } = await submit({
      graderRoot,
      language: 'ts',
      source: rightTs({ before: 'console.log("given", scores.data.length)' }),
    })
    expect(verdict.kind).toBe('accepted')
    expect(printedIn).toBe('all')
    expect(stdout.split('\n').length).toBeGreaterThan(2)
  })
})
