import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/**
 * The properties with new draws, and the tests of a file in another order, again and again: what the test command, whose draws and order are
 * always the same, does not look for.
 * `npm run explore -- --rounds 3 test/core/browse/query.test.ts`
 */
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '10' } },
  allowPositionals: true,
})
const files = positionals.length > 0 ? positionals : filesWithProperties()
for (let round = 1; round <= Number(values.rounds); round++) {
  const seed = randomInt(2 ** 31)
  const env = { ...process.env, ANNEAL_SEED: `${seed}` }
  console.log(`Round ${round} of ${values.rounds}, ANNEAL_SEED=${seed}`)
  const order = ['--sequence.shuffle.tests', `--sequence.seed=${seed}`]
  const { status } = spawnSync('npx', ['vitest', 'run', '--reporter=dot', ...order, ...files], {
    env,
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}

function filesWithProperties(): readonly string[] {
  return globSync('test/**/*.test.{ts,tsx}').filter((path) =>
    readFileSync(path, 'utf8').includes("'fast-check'"),
  )
}
