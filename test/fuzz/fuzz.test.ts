import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createRandom } from '../../src/core/random.ts'
import { SEED } from '../seed.ts'
import { fuzzOnce } from './fuzz-round.ts'
import { openFuzzLab } from './open-fuzz-lab.ts'

const TRIALS = 25
const CORPUS = 'test/fuzz/corpus'

const lab = openFuzzLab()
afterAll(lab.close)

const corpus = ['taken', 'refused'].flatMap((kind) =>
  readdirSync(join(CORPUS, kind)).map((name) => [kind, name] as const),
)

test.each(corpus)('of the corpus is %s: %s', async (kind, name) => {
  const bytes = readFileSync(join(CORPUS, kind, name))
  expect(await lab.importFrom(lab.put({ name, bytes }))).toEqual({ kind, faults: [] })
})

test('whatever became of a file or of a shared folder, it is taken or refused, and nothing else happens', async () => {
  const random = createRandom(`${SEED}`)
  const outcomes: string[] = []
  for (let trial = 0; trial < TRIALS; trial++) {
    const { kind, faults } = await fuzzOnce(lab, random, () => undefined)
    expect(faults).toEqual([])
    outcomes.push(kind)
  }
  expect(new Set(outcomes)).toEqual(new Set(['taken', 'refused']))
})

test('what lies where it should not, and what changed behind a refusal, is found', () => {
  lab.put({ name: 'f.md', bytes: Buffer.from('Q: x\nA: y\n') })
  const before = lab.snapshot()
  expect(lab.check(before, false)).toEqual([])
  writeFileSync(join(lab.home, 'decks/new.md'), 'Q: x\nA: y\n')
  expect(lab.check(before, false)).toEqual([])
  expect(lab.check(before, true)).toEqual(['decks/new.md was changed'])
  writeFileSync(join(lab.home, 'evil'), 'x')
  writeFileSync(join(lab.home, 'decks/mine.md'), 'x')
  expect(lab.check(before, false)).toEqual(['decks/mine.md was changed', 'evil was changed'])
})
