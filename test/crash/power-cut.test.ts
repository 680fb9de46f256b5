import { afterAll, describe, expect, test } from 'vitest'
import { createRandom } from '../../src/core/random.ts'
import { commitHere, drawTests } from '../drawn-by-commit.ts'
import { type CrashLab, MODES, openCrashLab, SCENARIOS } from './strike.ts'

drawTests('store', 'crash')

const lab = await openCrashLab()
afterAll(() => lab?.close())
const random = createRandom(`power cut ${commitHere()}`)

/** One draw of each, another at each commit; `npm run crash` tries them all. */
describe.skipIf(lab === undefined)('a power cut or a disk that refuses, at any call that writes', () => {
  const { countCalls, strike } = lab as CrashLab
  test.each(SCENARIOS)(
    'of %s loses nothing that was acknowledged, and leaves all of it sound',
    (scenario) => {
      const calls = countCalls(scenario)
      expect(calls).toBeGreaterThan(20)
      const [first, second] = random.shuffle(MODES)
      for (const mode of [first, second] as const) {
        const struck = { scenario, mode: mode ?? 'kill', at: random.int(1, calls), seed: random.int(1, 1e6) }
        expect({ ...struck, problems: strike(struck) }).toEqual({ ...struck, problems: [] })
      }
    },
  )

  test('is noticed where a program does not wait for the disk', () => {
    const last = countCalls('careless')
    const problems = strike({ scenario: 'careless', mode: 'lose', at: last, seed: 1 })
    expect(problems.length).toBeGreaterThan(0)
  })
})
