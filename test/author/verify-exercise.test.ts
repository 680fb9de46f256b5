import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { verifyExercise } from '../../src/author/verify-exercise.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import { parseRange } from '../../src/core/range.ts'
import {
  buildTestGraders,
  CACHE_ROOT,
  EXERCISES,
  rightCpp,
  rightPy,
  rightTs,
  SCALE_SCORES,
} from '../grader/scale-scores.ts'

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

const forgottenTs = rightTs({ scaled: 'scores.data.map((score: number) => score ** options.power)' })
const COMPLETE = {
  'accepted/one.ts': rightTs(),
  'accepted/two.ts': rightTs({ before: 'void 0' }),
  'accepted/one.py': rightPy(),
  'accepted/one.cpp': rightCpp(),
  'accepted/two.cpp': rightCpp({ before: ';' }),
  'accepted/two.py': rightPy({ before: '0' }),
  'wrong/sign.ts': `// diagnosis: sign-forgotten\n${forgottenTs}`,
  'wrong/sign.py': `# diagnosis: sign-forgotten\n${rightPy({ scaled: 'scores ** options["power"]' })}`,
  'wrong/other.ts': `// diagnosis: none\n${rightTs({ scaled: 'scores.data.map(() => 5)' })}`,
  'wrong/none.py': `# verdict: invalid-output\n${rightPy({ result: 'None' })}`,
}

/** Its names are those of the cases. */
const RANGED: Exercise = {
  ...SCALE_SCORES,
  input: [
    { names: ['N'], range: parseRange('0..4000') },
    { names: ['scores'], range: parseRange('-16..16 or NaN') },
    { names: ['options.power'], range: parseRange('1..7') },
    {
      names: ['options.name'],
      range: {
        kind: 'choice',
        values: ['none', 'tiny', 'fixture', 'random', '零', 'ratio', 'small', 'large'],
      },
    },
  ],
}

function verify(submissions: { readonly [name: string]: string }, exercise = RANGED) {
  const folder = mkdtempSync(join(tmpdir(), 'verify-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(join(EXERCISES, 'scale-scores'), folder, { recursive: true })
  for (const [name, source] of Object.entries(submissions)) {
    mkdirSync(dirname(join(folder, 'submissions', name)), { recursive: true })
    writeFileSync(join(folder, 'submissions', name), source)
  }
  return verifyExercise({ exercise, folder, graderRoot, cacheRoot: CACHE_ROOT, seed: 'verify' })
}

test('an exercise whose submissions all get their labels is verified', async () => {
  const { judged, gaps } = await verify(COMPLETE)
  expect(judged.map(({ name, unmet }) => [name, unmet])).toEqual(
    Object.keys(COMPLETE)
      .toSorted()
      .map((name) => [name, undefined]),
  )
  expect(gaps).toEqual([])
})

test('each label that is not met is told with its reason, and so is what is missing', async () => {
  const { judged, gaps } = await verify({
    'accepted/wrong.ts': forgottenTs,
    'wrong/right.py': `# diagnosis: sign-forgotten\n${rightPy()}`,
    'wrong/mistaken.ts': `// diagnosis: first-power\n${forgottenTs}`,
    'wrong/silent.ts': forgottenTs,
    'slow/fast.ts': rightTs(),
  })
  expect(Object.fromEntries(judged.map(({ name, unmet }) => [name, unmet]))).toEqual({
    'accepted/wrong.ts': expect.stringMatching(
      /^is wrong-answer, and should be accepted \(.+: .+ is .+, expected .+\)$/,
    ),
    'wrong/right.py': 'is accepted, and should be wrong-answer',
    'wrong/mistaken.ts': 'has the diagnosis sign-forgotten, and should have first-power',
    'wrong/silent.ts': 'has no label in its first line: diagnosis or verdict',
    'slow/fast.ts': 'is accepted, and should be too-slow',
  })
  expect(gaps).toEqual([
    'It has 3 wrong submissions, and needs 4.',
    'It has 1 accepted submissions in TypeScript, and needs 2.',
    'It has 0 accepted submissions in Python, and needs 2.',
    'It has 0 accepted submissions in C++, and needs 2.',
  ])
})

/** The ranges of some names changed. */
function ranged(changed: { readonly [name: string]: string }): Exercise {
  const input = RANGED.input?.map(({ names, range }) => {
    const text = changed[names[0] ?? '']
    return { names, range: text === undefined ? range : parseRange(text) }
  })
  return { ...RANGED, input }
}

test('what the statement allows and nobody asks is named', async () => {
  const { gaps } = await verify(COMPLETE, ranged({ N: '0..9000' }))
  expect(gaps).toEqual(['The statement allows N near 9000, and no case has it.'])
})

test('an input of the author’s own that a range does not allow is named', async () => {
  const { gaps } = await verify({}, ranged({ N: '1..4000' }))
  expect(gaps).toContain(
    'No case can be prepared: grader.ts, case "no score": N is 0, and its range is 1 to 4000.',
  )
})

test('an exercise without ranges is told to have some', async () => {
  const { gaps } = await verify(COMPLETE, SCALE_SCORES)
  expect(gaps).toEqual([expect.stringMatching(/^Its exercise\.yaml has no input: ranges/)])
})
