import { execFileSync } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { openJudge } from '../../../../src/grader/grade-submission.ts'
import { supportFor } from '../../../../src/grader/languages/all-languages.ts'
import { openNursery } from '../../../../src/grader/run/nursery.ts'
import { buildTestGraders, CACHE_ROOT, rightPy, SCALE_SCORES } from '../../scale-scores.ts'

let graderRoot: string
let python: string

beforeAll(async () => {
  graderRoot = await buildTestGraders()
  python = (await supportFor('py').findTool()).path
})

const TIES = 'np.argsort(np.random.default_rng(1).integers(0, 5, 60).astype(np.float32)).tolist()'
const DISPATCH = `import numpy as np
try: from numpy._core import _multiarray_umath as core
except ImportError: from numpy.core import _multiarray_umath as core`

function ask(code: string, env = {}): string {
  return execFileSync(python, ['-c', code], { env: { ...process.env, ...env }, encoding: 'utf8' }).trim()
}

test.each(['alone', 'forked'])(
  'ties are ordered as on a processor without what is newer: %s',
  async (how) => {
    const dispatched = ask(`${DISPATCH}\nprint(*core.__cpu_dispatch__)`)
    const expected = ask(`${DISPATCH}\nprint(${TIES})`, { NPY_DISABLE_CPU_FEATURES: dispatched })
    const source = rightPy({ before: `print(${TIES})` })
    await using nursery = openNursery()
    const chosen = how === 'forked' ? { nursery } : {}
    const judge = openJudge({ graderRoot, cacheRoot: CACHE_ROOT, seed: 'ties', ...chosen })
    const submission = { exercise: SCALE_SCORES, language: 'py', source, fileName: 'ties.py' } as const
    const { verdict, stdout, stderr } = await judge.grade(submission)
    expect(verdict.kind).toBe('accepted')
    expect(new Set(stdout.trim().split('\n'))).toEqual(new Set([expected]))
    expect(stderr).toBe('')
  },
)

test('nothing is turned off that the build of numpy does not choose from, and all that it does', async () => {
  const level = `${graderRoot}/_harness/python.py`
  const code = `import warnings
warnings.simplefilter('error')
with open(${JSON.stringify(level)}) as file: text = file.read()
exec(text[: text.rindex('main()')])
level_numpy()
${DISPATCH}
print([name for name in core.__cpu_dispatch__ if core.__cpu_features__[name]])`
  expect(ask(code)).toBe('[]')
})
