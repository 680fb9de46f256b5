import { expect, test } from 'vitest'
import { commitHere, drawTests } from '../../drawn-by-commit.ts'
import { HAS_POSTGRES } from '../postgres.ts'
import { runCrashTrial } from './crash-trial.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub')

/** Another draw at each commit; `npm run crash:hub` strikes longer, and workers too. */
test.skipIf(!HAS_POSTGRES)(
  'whatever is killed while learners sync, nothing is lost and nothing is there twice',
  async () => {
    const trial = await runCrashTrial({ seed: commitHere(), engine: 'postgres', strikes: 3, submits: false })
    expect(trial.strikes).toHaveLength(3)
    expect(trial).toMatchObject({ problems: [] })
  },
)
