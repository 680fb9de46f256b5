/**
 * A power cut at each call that writes, in each way, of all that writes: `npm run crash`, or with names of scenarios. Exit status 1 where something
 * acknowledged was lost, or something was left unsound.
 */
import { MODES, openCrashLab, SCENARIOS, type Scenario } from '../test/crash/strike.ts'

const lab = await openCrashLab()
if (lab === undefined) throw new Error('Only on Linux can calls be counted.')

const wanted = process.argv.slice(2)
let struck = 0
let lost = 0
for (const scenario of SCENARIOS.filter((name) => wanted.length === 0 || wanted.includes(name)))
  strikeAll(lab, scenario)
lab.close()
console.log(`${struck} strikes, ${lost} with a loss`)
if (lost > 0) process.exitCode = 1

function strikeAll({ countCalls, strike }: NonNullable<typeof lab>, scenario: Scenario): void {
  const calls = countCalls(scenario)
  console.log(`${scenario}: ${calls} calls that write`)
  for (const mode of MODES) {
    for (let at = 1; at <= calls; at++) {
      const problems = strike({ scenario, mode, at, seed: at })
      struck++
      if (problems.length > 0) lost++
      for (const problem of problems) console.log(`  ${mode} at ${at}: ${problem}`)
    }
  }
}
