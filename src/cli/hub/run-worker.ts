import { setTimeout as pause } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import { messageOf } from '../../core/error-message.ts'
import type { Language } from '../../core/exercise.ts'
import { sayIn, type Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { codeOf } from '../../core/system-error.ts'
import { allLanguages } from '../../grader/languages/all-languages.ts'
import type { Database } from '../../hub/database/database.ts'
import { isAway } from '../../hub/database/is-away.ts'
import { openPostgres } from '../../hub/database/open-postgres.ts'
import { openBoss } from '../../hub/jobs/open-boss.ts'
import { findLocale } from '../find-locale.ts'
import { print, printJson, tell } from '../print.ts'
import { databaseName } from './database-name.ts'
import { checkedUrl, databaseTrouble, databaseUrl } from './open-hub-here.ts'
import { untilSignal } from './until-signal.ts'
import { tellChanges, type WorkFlags, workHere } from './work-here.ts'

/** What a grading may still take when the worker is told to end; then another judges it anew. */
const GRACE_MS = 20_000
const WAIT_MS = 2_000

export async function runWorker({
  json = false,
  ...flags
}: WorkFlags & { readonly json?: boolean }): Promise<void> {
  const url = databaseUrl()
  if (url === undefined) throw WITHOUT_DATABASE
  const db = openPostgres(checkedUrl(url))
  const told = new AbortController()
  const ended = untilSignal().finally(() => told.abort())
  let boss: PgBoss | undefined
  try {
    boss = await bossWhenReady(db, told.signal)
    if (boss === undefined) return
    const { languages, end } = await workHere(db, boss, flags, told.signal)
    const { jobs = 1 } = flags
    const database = databaseName(db.engine)
    if (json) printJson({ jobs, languages, database })
    else print(begunLines(jobs, languages, database).map(sayIn(findLocale())).join('\n'))
    await ended
    const hurry = untilSignal()
    tell(ENDING[findLocale()])
    await end(GRACE_MS, hurry)
  } catch (error) {
    if (!told.signal.aborted) throw error
  } finally {
    await boss?.stop({ graceful: false })
    await db.close()
  }
  // As a hub: a tool that it was asking what it can run may take longer than all else.
  process.exit()
}

/**
 * The hub makes the tables; undefined where the worker is told to end before.
 * @throws Problem where it is not let in
 */
async function bossWhenReady(db: Database, signal: AbortSignal): Promise<PgBoss | undefined> {
  for (let isTold = false; !signal.aborted; isTold = true) {
    try {
      return await openBoss(db, { role: 'worker', onTrouble: tellChanges() })
    } catch (error) {
      if (!isAway(error) && databaseTrouble(error) instanceof Problem) throw databaseTrouble(error)
      if (!isTold) tell(waitingText(error)[findLocale()])
      await pause(WAIT_MS, undefined, { signal }).catch(() => undefined)
    }
  }
  return undefined
}

function waitingText(error: unknown): Text {
  const why = [codeOf(error), messageOf(error)].filter(Boolean).join(': ')
  return {
    en: `The worker waits until a hub has made its database ready (${why}).`,
    zh: `判题进程正在等待 hub 准备好数据库（${why}）。`,
  }
}

function begunLines(jobs: number, languages: readonly Language[], database: string): readonly Text[] {
  const runs = whatRuns(languages)
  return [
    { en: `Worker: ${jobs} at a time, ${runs.en}`, zh: `判题进程：同时 ${jobs} 个，${runs.zh}` },
    { en: `Database: ${database}`, zh: `数据库：${database}` },
    { en: 'End: ctrl-c', zh: '结束：ctrl-c' },
  ]
}

function whatRuns(languages: readonly Language[]): Text {
  const named = (isHere: boolean) =>
    allLanguages().flatMap(({ language, name }) => (languages.includes(language) === isHere ? [name] : []))
  const [here, lacking] = [named(true), named(false)]
  if (lacking.length === 0) return { en: here.join(', '), zh: here.join('、') }
  return {
    en: `${here.join(', ')}, not ${lacking.join(', ')} (\`anneal doctor\` says why)`,
    zh: `${here.join('、')}，不含 ${lacking.join('、')}（原因见 \`anneal doctor\`）`,
  }
}

const ENDING: Text = {
  en: 'It ends when what it has is judged; ctrl-c again gives that back for another worker to judge.',
  zh: '判完手头的提交后结束；再按一次 ctrl-c 则交还给其他判题进程。',
}

const WITHOUT_DATABASE = new Problem(
  { en: 'A worker needs the database of its hub.', zh: '判题进程需要 hub 的数据库。' },
  {
    remedy: {
      en: 'Set DATABASE_URL to it; a hub with the embedded database judges by itself.',
      zh: '请把 DATABASE_URL 设为该数据库；使用内嵌数据库的 hub 会自行判题。',
    },
  },
)
