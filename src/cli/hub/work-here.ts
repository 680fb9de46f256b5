import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import { messageOf } from '../../core/error-message.ts'
import { LANGUAGES, type Language } from '../../core/exercise.ts'
import { sayIn, type Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { describeIsolation, type Isolation } from '../../grader/describe-isolation.ts'
import { supportFor } from '../../grader/languages/all-languages.ts'
import type { Database } from '../../hub/database/database.ts'
import { judgeSubmission } from '../../hub/jobs/judge-submission.ts'
import { startWork } from '../../hub/jobs/work.ts'
import { findLocale } from '../find-locale.ts'
import { placesHere } from '../folders.ts'
import { tell } from '../print.ts'
import { gradables } from './find-gradable.ts'

export interface WorkFlags {
  readonly jobs?: number
  readonly trust?: boolean
  readonly verbose?: boolean
}

export interface WorkHere {
  /** That this machine can run. */
  readonly languages: readonly Language[]
  /** When what it has is judged, or given back: after so long, or when there is a hurry. */
  readonly end: (graceMs: number, hurry?: Promise<void>) => Promise<void>
}

/** Judges submissions of a hub in this process. @throws Problem where this machine can run no language */
export async function workHere(
  db: Database,
  boss: PgBoss,
  { jobs = 1, trust = false, verbose = false }: WorkFlags,
  signal: AbortSignal,
): Promise<WorkHere> {
  const places = placesHere()
  const { graders: graderRoot, cache: cacheRoot } = places
  const isolation = await describeIsolation({ graderRoot, cacheRoot, signal })
  signal.throwIfAborted()
  const languages = await judgeableAmong(isolation, cacheRoot)
  if (languages.length === 0) throw NOTHING_RUNS
  const find = await gradables(db, { places, trusts: trust })
  const isAlone = db.engine.kind === 'embedded'
  const working = startWork(db, boss, {
    // Where no other worker can come, what cannot be judged is told at once, and does not wait for ever.
    languages: isAlone ? LANGUAGES : languages,
    jobs,
    worker: `${hostname()}/${process.pid}`,
    judge: (submission, signal) => judgeSubmission(db, submission, { find, cacheRoot }, signal),
    now: Date.now,
    onJudged: (submission, verdict) => verbose && tell(`${submission} ${verdict}`),
    onTrouble: tellChanges(),
  })
  return {
    languages,
    async end(graceMs, hurry) {
      const finished = working.finish()
      const over = new AbortController()
      const late = pause(graceMs, undefined, { signal: over.signal }).catch(() => undefined)
      await Promise.race([finished, late, ...(hurry ? [hurry] : [])])
      over.abort()
      working.giveBack()
      await finished
    },
  }
}

/** Not those that do not start, or lack what most exercises need: a learner could do nothing about it. */
async function judgeableAmong(
  { languages, broken }: Isolation,
  cacheRoot: string,
): Promise<readonly Language[]> {
  const say = sayIn(findLocale())
  for (const { language, problem } of broken) tell(say(notJudged(supportFor(language).name, problem)))
  const looked = await Promise.all(
    languages.map(async ({ language }) => {
      const { name, findTool, lacksForMost } = supportFor(language)
      return { language, name, lack: await lacksForMost?.(await findTool({ cacheRoot })) }
    }),
  )
  for (const { name, lack } of looked) if (lack !== undefined) tell(say(notJudged(name, lack)))
  return looked.filter(({ lack }) => lack === undefined).map(({ language }) => language)
}

function notJudged(name: string, { line }: Problem): Text {
  return {
    en: `${name} is not judged here: ${line.en}`,
    zh: `本机不判 ${name} 提交：${line.zh}`,
  }
}

/** Of what goes wrong again and again, the first. */
export function tellChanges(): (error: unknown) => void {
  let last = ''
  return (error) => {
    const said = messageOf(error)
    if (said !== last) tell(said)
    last = said
  }
}

const NOTHING_RUNS = new Problem(
  {
    en: 'This machine can run none of the languages that submissions are in.',
    zh: '本机无法运行任何一种提交所用的编程语言。',
  },
  { remedy: { en: '`anneal doctor` says what is missing.', zh: '`anneal doctor` 会说明缺少什么。' } },
)
