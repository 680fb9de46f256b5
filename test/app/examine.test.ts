import { expect, test } from 'vitest'
import { answerOne } from '../../src/app/change-card.ts'
import { type ExamineProgress, examine } from '../../src/app/examine.ts'
import { CACHE_ROOT } from '../grader/scale-scores.ts'
import { openTestDeps, type TestDeps } from './open-test-deps.ts'

test('an examination counts what a clock that ran ahead has dated', async () => {
  const deps = openDeps()
  const ahead = async () => (await examine(deps, { fix: false, onProgress: () => undefined })).ahead
  answerOne(deps, 'adam/a', 'good')
  expect(await ahead()).toBe(0)
  deps.clock.at += 2000 * 86_400_000
  answerOne(deps, 'adam/a', 'good')
  deps.clock.at -= 1990 * 86_400_000
  expect(await ahead()).toBe(1)
})

test.each([true, false])(
  'an examination tells how far it is, and finds what it made sound (fix: %s)',
  async (fix) => {
    const deps = openDeps()
    for (let turn = 0; turn < 250; turn++) {
      deps.clock.at += 60_000
      answerOne(deps, 'adam/a', 'again')
    }
    const told: ExamineProgress[] = []
    const found = await examine(deps, { fix, onProgress: (progress) => told.push(progress) })
    expect(found).toMatchObject({ events: 250, damages: [], drifted: [] })
    expect(told[0]).toEqual({ kind: 'file' })
    expect(told.at(-1)).toEqual({ kind: 'tools' })
    const percents = told.flatMap((progress) => (progress.kind === 'log' ? [progress.percent] : []))
    expect(percents).toEqual(percents.toSorted((one, other) => one - other))
    expect(percents.length).toBeGreaterThan(50)
    expect(percents.length).toBeLessThanOrEqual(100)
  },
)

/** What is compiled to try the walls is there already. */
function openDeps(): TestDeps {
  const deps = openTestDeps({ adam: '## adam/a\nQ: What?\nA: This.\n' })
  return { ...deps, folders: { ...deps.folders, cache: CACHE_ROOT } }
}
