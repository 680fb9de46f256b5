import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadContent } from '../../src/content/load-content.ts'
import type { Exercise } from '../../src/core/exercise.ts'
import type { ExerciseId } from '../../src/core/ids.ts'
import { verbatim } from '../../src/core/locale.ts'
import { createRandom } from '../../src/core/random.ts'
import { authorValue } from '../../src/grader/cases/author-value.ts'
import type { Case, Tried } from '../../src/grader/cases/case.ts'
import {
  type AnyGrader,
  completeGrader,
  copyOf,
  drawnCase,
  type Implementation,
  prepareCases,
} from '../../src/grader/cases/load-grader.ts'
import { rememberAnswers } from '../../src/grader/cases/prepare-exercise.ts'
import { compare } from '../../src/grader/judge/compare.ts'
import { findDiagnosis } from '../../src/grader/judge/find-diagnosis.ts'
import { drawProgram, parseProgram, type WrongProgram } from './wrong-program.ts'

/**
 * How many wrong programs are diagnosed: `diagnosis/ID.txt` is a program of its own, with its wrong lines beside the right ones, of which one to
 * three places are drawn. They run here, for they are ours; cases, search and what is asked beyond the cases are those of every grading.
 *
 *     npm run bench:diagnosis [-- --count 60] [--exercise ID] [--seed S] [--show]
 *
 * A program is *within the rules* if each of its mistakes is one that the exercise's rules list; together nobody has listed them.
 */
const { values: flags } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    exercise: { type: 'string', multiple: true },
    seed: { type: 'string', default: 'diagnosis' },
    show: { type: 'boolean', default: false },
  },
})

const PROGRAMS = join(import.meta.dirname, 'diagnosis')
const OTHER_INPUTS = 300
/** `otherwise`: other mistakes than were made, which come to the same on every input that was tried. */
const TOLD = ['wholly', 'partly', 'otherwise', 'not', 'falsely'] as const
type Told = (typeof TOLD)[number]
type Tally = { readonly [T in Told]: number[] }

const { exercises } = await loadContent({ builtIn: '.' })
console.log(`${flags.count} wrong programs of each exercise, seed ${flags.seed}\n`)
console.log(
  'exercise                 within the rules: wholly, partly, otherwise, not, falsely    others: partly, otherwise, not, falsely    CPU',
)
const all = { known: emptyTally(), others: emptyTally() }
for (const name of readdirSync(PROGRAMS).toSorted()) {
  const exercise = exercises.get(basename(name, '.txt') as ExerciseId)
  if (exercise && (flags.exercise?.includes(exercise.id) ?? true)) await benchExercise(exercise)
}
report('all', all.known, all.others)

async function benchExercise(exercise: Exercise): Promise<void> {
  const { id } = exercise
  const module = await import(`../../graders/${id}/grader.ts`)
  const grader = completeGrader(exercise, module)
  const parts = parseProgram(readFileSync(join(PROGRAMS, `${id}.txt`), 'utf8'))
  const tallies = { known: emptyTally(), others: emptyTally() }
  for (let at = 0, judged = 0; judged < Number(flags.count); at++) {
    const program = drawProgram(parts, createRandom(`${flags.seed}/${id}/${at}`))
    const told = await tellOf(exercise, grader, program, `${flags.seed}/${at}`)
    if (told === undefined) continue
    judged++
    const kind = program.mistakes.includes('-') ? 'others' : 'known'
    tallies[kind][told.kind].push(told.cpuMs)
    all[kind][told.kind].push(told.cpuMs)
    if (flags.show && (told.kind === 'falsely' || (kind === 'known' && told.kind !== 'wholly')))
      console.log(`  ${told.kind}: ${program.mistakes.join(' ')}, told ${told.id}`)
  }
  report(id, tallies.known, tallies.others)
}

/** Undefined where the program is right after all, or does not run. */
async function tellOf(exercise: Exercise, grader: AnyGrader, program: WrongProgram, seed: string) {
  const run = await load(program.source)
  const ask = (one: Case) => tryOne(exercise, grader, run, one)
  const tried = prepareCases(grader, exercise, 'graders', seed).map(ask)
  if (tried.every(({ outcome }) => outcome.kind === 'passed')) return undefined
  if (tried.some(({ outcome }) => outcome.kind === 'threw')) return undefined
  const began = process.cpuUsage()
  const found = await findDiagnosis(tried, {
    grader,
    answer: rememberAnswers(grader, exercise),
    draw: (at) => drawnCase(grader, exercise, `${seed}/apart`, at, verbatim('more')),
    ask: async (one) => ask(one),
  })
  const { user, system } = process.cpuUsage(began)
  const id = found?.diagnosis.id
  const isSame = () =>
    Array.from({ length: OTHER_INPUTS }, (_, at) =>
      ask(drawnCase(grader, exercise, `${seed}/other`, at, verbatim('other'))),
    ).every((one) => found?.explains(one))
  const kind = kindOf(id, program)
  return {
    id,
    kind: kind === 'falsely' && isSame() ? 'otherwise' : kind,
    cpuMs: (user + system) / 1000,
  } as const
}

function kindOf(id: string | undefined, { mistakes }: WrongProgram): Told {
  if (id === undefined) return 'not'
  const told = id.split('+')
  if (told.some((one) => one !== '?' && !mistakes.includes(one))) return 'falsely'
  return told.includes('?') || mistakes.includes('-') ? 'partly' : 'wholly'
}

async function load(source: string): Promise<Implementation> {
  const module = await import(`data:text/javascript,${encodeURIComponent(source)}`)
  return Object.values(module)[0] as Implementation
}

function tryOne({ signature }: Exercise, { comparison }: AnyGrader, run: Implementation, one: Case): Tried {
  try {
    const returned = run(...one.args.map(({ value }) => copyOf(value)))
    const got = authorValue(signature.returns, returned, 'result')
    const mismatch = compare(one.expected, got, comparison)
    return { case: one, outcome: mismatch ? { kind: 'wrong', got, mismatch } : { kind: 'passed', got } }
  } catch (error) {
    return { case: one, outcome: { kind: 'threw', name: 'Error', message: verbatim(String(error)) } }
  }
}

function emptyTally(): Tally {
  return { wholly: [], partly: [], otherwise: [], not: [], falsely: [] }
}

function report(name: string, known: Tally, others: Tally): void {
  const of = (tally: Tally) => TOLD.reduce((sum, told) => sum + tally[told].length, 0)
  const rate = (tally: Tally, told: Told) =>
    `${String(tally[told].length).padStart(4)} (${((100 * tally[told].length) / Math.max(1, of(tally))).toFixed(0).padStart(3)} %)`
  const times = [known, others].flatMap((tally) => TOLD.flatMap((told) => tally[told])).sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(0)
  console.log(
    `${name.padEnd(24)} ${TOLD.map((told) => rate(known, told)).join(' ')}   ${(['partly', 'otherwise', 'not', 'falsely'] as const).map((told) => rate(others, told)).join(' ')}   median ${at(0.5)} ms, most ${at(1)} ms`,
  )
}
