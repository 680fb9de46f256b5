/**
 * Hostile files and shared folders for as long as is wanted: `npm run fuzz -- --minutes 10 --seed S`. Each hundredth goes through the built program too.
 * What fails lies in .cache/fuzz afterwards: mend it, and keep the file in test/fuzz/corpus. Exit status 1 where anything failed.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { createRandom } from '../src/core/random.ts'
import { fuzzOnce, mutatedFile } from '../test/fuzz/fuzz-round.ts'
import { type Outcome, openFuzzLab } from '../test/fuzz/open-fuzz-lab.ts'
import type { Sample } from '../test/fuzz/samples.ts'

const KEPT = '.cache/fuzz'
const CHILD_EVERY = 100
const LONGEST_MS = 10_000
const MOST_PEAK_MB = 500
const EXIT_PROBLEM = 2

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } },
})
const seed = values.seed ?? `${randomInt(2 ** 31)}`
const lab = openFuzzLab()
const counts = { taken: 0, refused: 0, fault: 0, children: 0, longestMs: 0, peakMb: 0 }
const until = Date.now() + Number(values.minutes) * 60_000

console.log(`--seed ${seed}`)
for (let trial = 1; Date.now() < until; trial++) await tryOne(trial)
lab.close()
console.log(counts)
if (counts.fault > 0) process.exitCode = 1

async function tryOne(trial: number): Promise<void> {
  let sample: Sample | undefined
  const began = Date.now()
  const outcome = await fuzzOnce(lab, createRandom(`${seed} ${trial}`), (file) => {
    sample = file
  })
  const timeMs = Date.now() - began
  counts.longestMs = Math.max(counts.longestMs, timeMs)
  const slow = timeMs > LONGEST_MS ? [`took ${timeMs} ms`] : []
  count(trial, sample, { ...outcome, faults: [...outcome.faults, ...slow] })
  if (trial % CHILD_EVERY !== 0) return
  const file = mutatedFile(createRandom(`${seed} child ${trial}`))
  count(trial, file, tryChild(file))
  counts.children++
}

function count(trial: number, sample: Sample | undefined, { kind, faults }: Outcome): void {
  counts[faults.length > 0 ? 'fault' : kind]++
  if (faults.length === 0) return
  const name = `${seed}-${trial}-${sample?.name ?? 'shared'}`
  console.log(`${name}:\n  ${faults.join('\n  ')}`)
  mkdirSync(KEPT, { recursive: true })
  if (sample !== undefined) writeFileSync(join(KEPT, name), sample.bytes)
}

/** As a learner has it: exit status, what is said, time and memory. */
function tryChild(sample: Sample): Outcome {
  const path = lab.put(sample)
  const peak = join(lab.root, 'peak')
  const before = lab.snapshot()
  const telling = pathToFileURL('tools/bench/scale/tell-peak.ts').href
  const { status, signal, stderr } = spawnSync(
    process.execPath,
    ['--import', telling, 'bin/anneal', 'import', path],
    {
      env: { ...process.env, LANG: 'en_US.UTF-8', ANNEAL_HOME: lab.home, ANNEAL_PEAK: peak },
      encoding: 'utf8',
      timeout: 2 * LONGEST_MS,
    },
  )
  const faults = status === 0 || status === EXIT_PROBLEM ? [] : [`status ${status}, ${signal}: ${stderr}`]
  // A bug has the exit status of a problem.
  if (stderr.includes('a fault of Anneal itself')) faults.push(stderr)
  if (status !== null) {
    const peakMb = Number(readFileSync(peak, 'utf8')) / 1000
    counts.peakMb = Math.max(counts.peakMb, peakMb)
    if (peakMb > MOST_PEAK_MB) faults.push(`${peakMb} MB`)
  }
  faults.push(...lab.check(before, status !== 0))
  return { kind: status === 0 ? 'taken' : 'refused', faults }
}
