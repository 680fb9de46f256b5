import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../core/exercise.ts'
import type { BudgetLesson } from '../core/verdict.ts'
import type { Draw } from './budget/inputs.ts'
import { openProgram, type ProgramSetting, type TextSource } from './run/open-program.ts'
import { paragraphs } from './words/paragraphs.ts'

/** CPU time of a call. */
const CALL_MS = 2000
/** CPU time of all calls, after which there is no other: dozens of looks tell whether most of it goes into a loop. */
const WATCH_MS = 600
const MOST_CALLS = 200

/**
 * The lesson of a submission that is too slow, with the loop that its time goes into, where its language has
 * such loops: it is run once more, watching itself. Nothing of this is part of a verdict.
 */
export async function withSlowLoop(
  lesson: BudgetLesson | undefined,
  setting: ProgramSetting,
  exercise: Exercise,
  source: TextSource,
  draw: Draw | undefined,
): Promise<BudgetLesson | undefined> {
  const { slowLoops } = setting.support
  if (slowLoops === undefined || draw === undefined) return lesson
  const watch = readFileSync(join(setting.graderRoot, '_harness', slowLoops.watchFile), 'utf8')
  const text = slowLoops.watched(source.text, watch, exercise)
  const cause = slowLoops.find(await saidOf(setting, exercise, { ...source, text }, draw), source.text)
  if (cause === undefined) return lesson
  if (lesson === undefined) return { of: 'time', cause, better: slowLoops.better, cards: [] }
  return { ...lesson, cause: paragraphs(lesson.cause, cause) }
}

async function saidOf(
  setting: ProgramSetting,
  exercise: Exercise,
  source: TextSource,
  draw: Draw,
): Promise<string> {
  await using program = await openProgram({ ...setting, nursery: undefined }, exercise, source)
  const { loaded, dialogue } = program
  if (loaded.kind !== 'loaded') return ''
  // Libraries take their time to load.
  const began = dialogue.cpuMs()
  for (let at = 0; at < MOST_CALLS && dialogue.cpuMs() - began < WATCH_MS; at++) {
    const called = await dialogue.call(draw(at), CALL_MS)
    if (called.kind !== 'returned') break
  }
  return program.output().stderr
}
