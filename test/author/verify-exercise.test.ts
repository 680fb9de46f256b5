import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { verifyExercise } from '../../src/author/verify-exercise.ts'
import { parseRange } from '../../src/core/range.ts'
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
    'accepted/throws.py': rightPy({ before: 'nowhere()' }),
    'slow/fast.ts': rightTs(),
  })
  expect(Object.fromEntries(judged.map(({ name, unmet }) => [name, unmet]))).toEqual({
    'accepted/wrong.ts': expect.stringMatching(
      /^is wrong-answer, and should be accepted \(.+: .+ is .+, expected .+\)$/,
    ),
    'accepted/throws.py': expect.stringMatching(
      /^is runtime-error, and should be accepted \(.+: .+ NameError: name 'nowhere' is not defined\)$/,
    ),
    'wrong/right.py': 'is accepted, and should be wrong-answer',
    'wrong/mistaken.ts': 'has the diagnosis sign-forgotten, and should have first-power',
    'wrong/silent.ts': 'has no label in its first line: diagnosis or verdict',
    'slow/fast.ts': 'is accepted, and should be too-slow',
  })
  expect(gaps).toEqual([
    'It has 3 wrong submissions, and needs 4.',
    'It has 1 accepted submissions in TypeScript, and needs 2.',
    'It has 1 accepted submissions in Python, and needs 2.',
    'It has 0 accepted submissions in C++, and needs 2.',
  ])
})

test('where nothing can be judged, that is told once and not of each submission', async () => {
  const folder = labelledFolder(COMPLETE)
  const shared = { folder, graderRoot, cacheRoot: CACHE_ROOT, seed: 'verify' }
  const waiting = Object.keys(COMPLETE).length
  const narrow = RANGED.input?.map(({ names, range }) => ({
    names,
    range: names[0] === 'N' ? parseRange('1..4000') : range,
  }))
  const outside = await verifyExercise({ exercise: { ...RANGED, input: narrow }, ...shared })
  expect(outside).toMatchObject({ judged: [], waiting })
  expect(outside.gaps).toContainEqual(expect.stringMatching(/^No case can be prepared: grader\.ts, case "/))

  const budget = { ratio: 4, growth: [{ label: 'N 1 -> 2', limit: 3, gold: undefined }], memory: [] }
  const unmeasured = await verifyExercise({ exercise: { ...RANGED, budget }, ...shared })
  expect(unmeasured).toMatchObject({ judged: [], waiting })
  expect(unmeasured.gaps).toContain(
    'The growth budget "N 1 -> 2" has no inputs: grader.ts gives them as performance.growth[\'N 1 -> 2\'].',
  )
})

test.each([
  ['fixtures/cut.json', '{', /^graders\/scale-scores\/fixtures\/cut\.json is not a fixture file: /],
  [
    'grader.js',
    'export const grader = f64',
    /^graders\/scale-scores\/grader\.ts throws .*: f64 is not defined\./,
  ],
  ['grader.js', 'export default {}', /^graders\/scale-scores\/grader\.ts exports no `grader`/],
])('what of a grader cannot be read ends it with its place: %s, %s', async (name, text, told) => {
  const broken = gradersWith(name, text)
  const folder = labelledFolder(COMPLETE)
  const request = { exercise: RANGED, folder, graderRoot: broken, cacheRoot: CACHE_ROOT, seed: 'verify' }
  await expect(verifyExercise(request)).rejects.toThrow(told)
})

test.each([
  [
    "import { f64, type Nd } from '#kit'\n",
    'reference.ts is shown for a solution, and a learner has no #kit: import nothing from there but `type { Nd }`.',
  ],
  [
    "import { half } from './half.ts'\nvoid half\n",
    expect.stringMatching(/^As it is shown for a solution, reference\.ts is compile-error \(/),
  ],
])('a reference that no learner could submit as it is shown is told: %s', async (imports, told) => {
  const written = readFileSync(join(graderRoot, 'scale-scores/reference.ts'), 'utf8')
  const shown = written.replace(/^import type .*\n/, imports)
  const request = { exercise: RANGED, folder: labelledFolder({}), cacheRoot: CACHE_ROOT, seed: 'verify' }
  const { gaps } = await verifyExercise({
    ...request,
    graderRoot: gradersWith('reference.ts', shown),
    isDrawn: () => false,
  })
  expect(gaps).toContainEqual(told)
})

/** The tests' graders with one file changed, until the test is over. */
function gradersWith(name: string, text: string): string {
  const changed = mkdtempSync(join(tmpdir(), 'changed-graders-'))
  onTestFinished(() => rmSync(changed, { recursive: true }))
  cpSync(graderRoot, changed, { recursive: true })
  writeFileSync(join(changed, 'scale-scores', name), text)
  return changed
}
