import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Exercise } from '../../src/core/exercise.ts'
import type { CardId } from '../../src/core/ids.ts'
import { verbatim } from '../../src/core/locale.ts'
import { parseRange } from '../../src/core/range.ts'
import { EXERCISES, rightCpp, rightPy, rightTs, SCALE_SCORES } from '../grader/scale-scores.ts'

/** The source folder of the tests' exercise with these submissions, until the test is over. */
export function labelledFolder(submissions: { readonly [name: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'labelled-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(join(EXERCISES, 'scale-scores'), folder, { recursive: true })
  for (const [name, source] of Object.entries(submissions)) {
    mkdirSync(dirname(join(folder, 'submissions', name)), { recursive: true })
    writeFileSync(join(folder, 'submissions', name), source)
  }
  return folder
}

/** Right but for a sign. */
export const FORGETFUL = rightTs({
  scaled: 'scores.data.map((score: number) => score ** options.power)',
})

/** All that an exercise needs. */
export const COMPLETE = {
  'accepted/one.ts': rightTs(),
  'accepted/two.ts': rightTs({ before: 'void 0' }),
  'accepted/one.py': rightPy(),
  'accepted/one.cpp': rightCpp(),
  'accepted/two.cpp': rightCpp({ before: ';' }),
  'accepted/two.py': rightPy({ before: '0' }),
  'wrong/sign.ts': `// diagnosis: sign-forgotten\n${FORGETFUL}`,
  'wrong/sign.py': `# diagnosis: sign-forgotten\n${rightPy({ scaled: 'scores ** options["power"]' })}`,
  'wrong/other.ts': `// diagnosis: none\n${rightTs({ scaled: 'scores.data.map(() => 5)' })}`,
  'wrong/none.py': `# verdict: invalid-output\n${rightPy({ result: 'None' })}`,
}

/** Its names are those of the cases. */
export const RANGED: Exercise = {
  ...SCALE_SCORES,
  hints: ['one', 'two', 'three'].map(verbatim),
  prerequisites: ['scores/one', 'scores/two'] as CardId[],
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
