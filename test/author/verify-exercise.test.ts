import { beforeAll, expect, test } from 'vitest'
import { verifyExercise } from '../../src/author/verify-exercise.ts'
import { buildTestGraders, CACHE_ROOT, rightPy, rightTs } from '../grader/scale-scores.ts'
import { COMPLETE, FORGETFUL, labelledFolder, RANGED } from './labelled-folder.ts'

let graderRoot: string
beforeAll(async () => {
  graderRoot = await buildTestGraders()
})

function verify(submissions: { readonly [name: string]: string }) {
  const folder = labelledFolder(submissions)
  return verifyExercise({ exercise: RANGED, folder, graderRoot, cacheRoot: CACHE_ROOT, seed: 'verify' })
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
    'accepted/wrong.ts': FORGETFUL,
    'wrong/right.py': `# diagnosis: sign-forgotten\n${rightPy()}`,
    'wrong/mistaken.ts': `// diagnosis: first-power\n${FORGETFUL}`,
    'wrong/silent.ts': FORGETFUL,
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
