import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Asks the truth libraries for the fixtures of every exercise anew, or of those named, and fails where one cannot be made:
 * `ANNEAL_TRUTH_PYTHON=/opt/truth/bin/python npm run fixtures -- nms`. What is not as committed fails where all are asked for; of those that
 * are named, and so are being written, it is listed.
 */
const named = process.argv.slice(2)
const python = process.env['ANNEAL_TRUTH_PYTHON'] ?? 'python3'
const scripts = globSync('graders/*/fixtures.py')
  .sort()
  .filter((path) => named.length === 0 || named.some((id) => path === `graders/${id}/fixtures.py`))

if (scripts.length === 0) fail('No exercise of that name has a fixtures.py.')
else makeAll()

function makeAll(): void {
  const failed = scripts.filter((path) => !makes(path))
  const changed = notAsCommitted()
  console.log(`${scripts.length - failed.length} of ${scripts.length} scripts wrote their fixtures.`)
  if (failed.length > 0) fail(`Not made: ${failed.join(', ')}`)
  if (changed === '') return
  const told = `Not as committed:\n${changed}`
  if (named.length === 0) fail(told)
  else console.log(told)
}

function makes(path: string): boolean {
  console.log(path)
  const env = { ...process.env, PYTHONPATH: resolve('tools') }
  return spawnSync(python, [path], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

function notAsCommitted(): string {
  const places = named.length === 0 ? ['*'] : named
  const paths = places.map((id) => `graders/${id}/fixtures/*`)
  return spawnSync('git', ['status', '--porcelain', '-uall', '--', ...paths], {
    encoding: 'utf8',
  }).stdout.trimEnd()
}

function fail(why: string): void {
  console.error(why)
  process.exitCode = 1
}
