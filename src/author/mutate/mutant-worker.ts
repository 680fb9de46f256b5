import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '../../core/error-message.ts'
import { loadGrader, prepareCases } from '../../grader/cases/load-grader.ts'
import { supportFor } from '../../grader/languages/all-languages.ts'
import type { Task, TaskReport } from './run-task.ts'
import { openTrial } from './try-mutants.ts'

/** A thread of its own, for a mutant may hang or eat all memory. Says of each when it begins, and what became of it. */
const task = workerData as Task
const say = (report: TaskReport) => parentPort?.postMessage(report)

try {
  const fateOf = await open(task)
  for (const mutant of task.mutants) {
    say({ kind: 'begun', mutant })
    say({ kind: 'tried', mutant, fate: fateOf(mutant) })
  }
} catch (error) {
  say({ kind: 'unusable', why: messageOf(error) })
}

async function open({ exercise, graderRoot, seeds, code }: Task) {
  const grader = await loadGrader(graderRoot, exercise)
  const [first = [], ...others] = seeds.map((seed) => prepareCases(grader, exercise, graderRoot, seed))
  return openTrial({
    exercise,
    comparison: grader.comparison,
    code,
    name: supportFor('ts').functionName(exercise.id),
    always: first.filter(({ origin }) => origin !== 'random'),
    drawn: [first, ...others].map((cases) => cases.filter(({ origin }) => origin === 'random')),
  })
}
