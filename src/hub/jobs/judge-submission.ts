import { randomBytes } from 'node:crypto'
import type { Exercise, Language } from '../../core/exercise.ts'
import type { Grading } from '../../core/grading.ts'
import type { Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { gradeSubmission } from '../../grader/grade-submission.ts'
import type { Sql } from '../database/database.ts'
import { judgeError } from './judgement.ts'

/** An exercise, and the folder in which the judge finds its grader. */
export interface Gradable {
  readonly exercise: Exercise
  readonly graderRoot: string
}

/** What a worker judges with. */
export interface JudgeHere {
  /**
   * By the release of the course, where it gives one. Undefined where neither that nor this program knows the
   * exercise.
   */
  readonly find: (id: string, course: string, release: number | null) => Promise<Gradable | undefined>
  readonly cacheRoot: string
}

/**
 * As at home, and with a verdict whatever happens; undefined where the submission was deleted. Rejects when
 * it is stopped.
 */
export async function judgeSubmission(
  sql: Sql,
  id: string,
  { find, cacheRoot }: JudgeHere,
  signal: AbortSignal,
): Promise<Grading | undefined> {
  const held = await submissionHeld(sql, id)
  if (held === undefined) return undefined
  const { exercise, language, source, fileName, course, release } = held
  try {
    const found = await find(exercise, course, release)
    if (found === undefined) return judgeError(language, unknownExercise(exercise))
    const seed = randomBytes(6).toString('hex')
    const request = { ...found, language, source, fileName, seed, cacheRoot, signal }
    return await gradeSubmission(request).catch(ofThisMachine)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return judgeError(language, error.line)
  }
}

/** What is wrong with it, told to one who can do nothing about that. */
function ofThisMachine(problem: unknown): never {
  if (!(problem instanceof Problem)) throw problem
  const { en, zh } = problem.texts.message
  throw new Problem(
    { en: `The hub cannot judge it: ${en}`, zh: `hub 无法判这次提交：${zh}` },
    { remedy: ELSEWHERE },
  )
}

const ELSEWHERE: Text = {
  en: 'Submit it without --hub to be judged on your own machine, and tell whoever runs the hub.',
  zh: '不加 --hub 提交即可在你自己的机器上判题；也请告知 hub 的管理者。',
}

interface HeldSubmission {
  readonly exercise: string
  readonly language: Language
  readonly source: string
  readonly fileName: string
  readonly course: string
  readonly release: number | null
}

/** One that still waits. */
async function submissionHeld(sql: Sql, id: string): Promise<HeldSubmission | undefined> {
  const [held] = await sql.query<HeldSubmission>(
    `select exercise, language, source, file_name "fileName", course, release
     from submission join person on person.id = submission.person
     where submission.id = $1 and waiting`,
    [id],
  )
  return held
}

function unknownExercise(id: string) {
  return {
    en: `The worker knows no exercise "${id}": neither the course gives it, nor its version of Anneal.`,
    zh: `判题进程不认识练习“${id}”：课程没有提供它，其 Anneal 版本也不含它。`,
  }
}
