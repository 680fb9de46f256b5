import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Asks the truth libraries for the fixtures of every exercise anew, or of those named, and fails where one cannot be made or is not what is
 * committed: `ANNEAL_TRUTH_PYTHON=/opt/truth/bin/python npm run fixtures -- nms`.
 */
const named = process.argv.slice(2)
const python = process.env['ANNEAL_TRUTH_PYTHON'] ?? 'python3'
const scripts = globSync('graders/*/fixtures.py')
  .sort()
  .filter((path) => named.length === 0 || named.some((id) => path === `graders/${id}/fixtures.py`))

if (scripts.length === 0) fail('No exercise of that name has a fixtures.py.')
const failed = scripts.filter((path) => !makes(path))
const { stdout: changed } = spawnSync('git', ['status', '--porcelain', '--', 'graders/*/fixtures/*'], {
  encoding: 'utf8',
})
console.log(`${scripts.length - failed.length} of ${scripts.length} scripts wrote their fixtures.`)
if (failed.length > 0) fail(`Not made: ${failed.join(', ')}`)
if (changed !== '') fail(`Not as committed:\n${changed}`)

function makes(path: string): boolean {
  console.log(path)
  const env = { ...process.env, PYTHONPATH: resolve('tools') }
  return spawnSync(python, [path], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

function fail(why: string): void {
  console.error(why)
  process.exitCode = 1
}
