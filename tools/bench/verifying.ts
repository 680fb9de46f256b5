import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findSubmissions } from '../../src/author/labelled-submission.ts'
import { loadContent } from '../../src/content/load-content.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import { openJudge } from '../../src/grader/grade-submission.ts'
import { supportFor } from '../../src/grader/languages/all-languages.ts'
import type { LanguageSupport } from '../../src/grader/protocol/language.ts'
import { openNursery } from '../../src/grader/run/nursery.ts'

const ROUNDS = 5

/**
 * What a submission costs beside its own run where many are judged for their values: CPU time of the judge and of all processes, of the
 * starter of each exercise, which does nothing. Names are new, so that each is compiled.
 */
export async function benchVerifying(): Promise<void> {
  const { exercises } = await loadContent({ builtIn: 'dist' })
  // The first process of a namespace takes the account of the others with it.
  process.env['ANNEAL_ISOLATION'] = 'none'
  console.log('\nCPU time of a submission that does nothing, judged for its values (judge + processes)\n')
  for (const language of ['ts', 'py', 'cpp'] as const) {
    const support = supportFor(language)
    const starters = [...exercises.values()].map((exercise) => ({
      exercise,
      source: support.starter(exercise, 'en'),
    }))
    const alone = await costOf(support, starters, false)
    const many = await costOf(support, starters, true)
    console.log(`${support.name}: ${told(many)} where many are judged, ${told(alone)} alone`)
  }
  console.log('\nCPU time of an accepted submission in C++ where many are judged, with its own run\n')
  for (const exercise of exercises.values()) {
    const folder = join('graders', exercise.id, 'submissions')
    const right = findSubmissions(folder).find(
      ({ name, language }) => name.startsWith('accepted/') && language === 'cpp',
    )
    if (right === undefined) continue
    const cost = await costOf(supportFor('cpp'), [{ exercise, source: right.source }], true)
    console.log(`${exercise.id} ${right.name}: ${told(cost)}`)
  }
}

interface TimedSubmission {
  readonly exercise: Exercise
  readonly source: string
}

interface Cost {
  readonly judgeMs: number
  readonly processesMs: number
}

function told({ judgeMs, processesMs }: Cost): string {
  return `${(judgeMs + processesMs).toFixed(0)} ms (${judgeMs.toFixed(0)} + ${processesMs.toFixed(0)})`
}

async function costOf(
  support: LanguageSupport,
  samples: readonly TimedSubmission[],
  many: boolean,
): Promise<Cost> {
  // What is made once is ready.
  await judgeAll(support, samples, { many, rounds: ['first'] })
  const before = accounts()
  const rounds = Array.from({ length: ROUNDS }, (_, round) => `${round}`)
  await judgeAll(support, samples, { many, rounds })
  const after = accounts()
  const count = rounds.length * samples.length
  return {
    judgeMs: (after.judgeMs - before.judgeMs) / count,
    processesMs: (after.processesMs - before.processesMs) / count,
  }
}

interface Rounds {
  readonly many: boolean
  readonly rounds: readonly string[]
}

/** With a nursery of its own: what was forked is accounted to us when the process has gone that has forked it. */
async function judgeAll(
  support: LanguageSupport,
  samples: readonly TimedSubmission[],
  { many, rounds }: Rounds,
): Promise<void> {
  const graderRoot = resolve('dist/graders')
  await using nursery = many ? openNursery() : undefined
  const shared = openJudge({ graderRoot, seed: 'bench', nursery })
  for (const round of rounds)
    for (const { exercise, source } of samples) {
      const judge = many ? shared : openJudge({ graderRoot, seed: 'bench' })
      await judge.grade({
        exercise: { ...exercise, budget: undefined },
        language: support.language,
        source,
        fileName: `sample_${process.pid}_${round}_${many}${support.extension}`,
      })
    }
}

/** Ours, and that of all processes which we have started and which have ended. */
function accounts(): Cost {
  const { user, system } = process.cpuUsage()
  const stat = readFileSync('/proc/self/stat', 'latin1')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[13]) + Number(fields[14])
  return { judgeMs: (user + system) / 1000, processesMs: ticks * TICK_MS }
}

const TICK_MS = 10
