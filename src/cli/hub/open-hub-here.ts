import { join } from 'node:path'
import { messageOf } from '../../core/error-message.ts'
import { Problem } from '../../core/problem.ts'
import { codeOf } from '../../core/system-error.ts'
import type { Database } from '../../hub/database/database.ts'
import { isAway } from '../../hub/database/is-away.ts'
import { openEmbedded } from '../../hub/database/open-embedded.ts'
import { openPostgres } from '../../hub/database/open-postgres.ts'
import { type Hub, openHub } from '../../hub/hub.ts'
import type { Journal } from '../../hub/journal.ts'
import { holdFolder } from '../../store/hold-folder.ts'
import { placesHere } from '../folders.ts'
import { tell } from '../print.ts'

interface HubWish extends Omit<Journal, 'mistake'> {
  readonly quotaBytes?: number
}

/** The hub of DATABASE_URL, else the one within this process. @throws Problem where its database is not to be had */
export async function openHubHere({ quotaBytes, ...told }: HubWish = {}): Promise<Hub> {
  const url = databaseUrl()
  const db = url === undefined ? await holdEmbedded() : openPostgres(checkedUrl(url))
  try {
    const journal = { ...told, mistake: (error: Error) => tell(error.stack ?? String(error)) }
    return await openHub(db, Date.now, { journal, ...(quotaBytes !== undefined && { quotaBytes }) })
  } catch (error) {
    await db.close()
    throw databaseTrouble(error)
  }
}

export function databaseUrl(): string | undefined {
  return process.env['DATABASE_URL'] || undefined
}

/** All of the embedded hub is below it. */
export function hubFolder(): string {
  return join(placesHere().data, 'hub')
}

/** @throws Problem where another process has it, or it was not installed */
async function holdEmbedded(): Promise<Database> {
  const folder = hubFolder()
  const letGo = holdFolder(folder)
  if (letGo === undefined) throw embeddedInUse()
  try {
    const db = await openEmbedded(join(folder, 'database'))
    return { ...db, close: () => db.close().finally(letGo) }
  } catch (error) {
    letGo()
    if (isMissingPackage(error)) throw NOT_INSTALLED
    // It leaves timers behind that would keep this process, and nothing that ends them.
    setTimeout(() => process.exit(), TOLD_MS)
    throw embeddedBroken(error)
  }
}

/** By then it is told. */
const TOLD_MS = 1_000

function embeddedBroken(error: unknown): Problem {
  const why = messageOf(error)
  return new Problem(
    {
      en: `The embedded database of the hub (${hubFolder()}) cannot be opened (${why}).`,
      zh: `无法打开 hub 的内嵌数据库（${hubFolder()}）：${why}。`,
    },
    {
      remedy: {
        en: 'Make room on its disk and see to your rights there; if it stays so, put back a copy of that folder.',
        zh: '请腾出磁盘空间并检查权限；若仍如此，请用备份的副本替换该文件夹。',
      },
      cause: error,
    },
  )
}

function embeddedInUse(): Problem {
  return new Problem(
    {
      en: `The embedded database of the hub (${hubFolder()}) is in use by another process.`,
      zh: `hub 的内嵌数据库（${hubFolder()}）正被另一个进程使用。`,
    },
    {
      remedy: {
        en: 'End that one first, or set DATABASE_URL to a Postgres, which many can use.',
        zh: '请先结束那个进程，或把 DATABASE_URL 设为可供多个进程使用的 Postgres。',
      },
    },
  )
}

function isMissingPackage(error: unknown): boolean {
  return codeOf(error) === 'ERR_MODULE_NOT_FOUND'
}

const NOT_INSTALLED = new Problem(
  { en: 'The embedded database was not installed with Anneal.', zh: '安装 Anneal 时未安装内嵌数据库。' },
  {
    remedy: {
      en: 'Set DATABASE_URL to a Postgres, or install anneal again with its optional dependencies.',
      zh: '请把 DATABASE_URL 设为 Postgres，或连同可选依赖重新安装 anneal。',
    },
  },
)

/** @throws Problem for what is no address of a Postgres; never says it, for a password may stand there */
export function checkedUrl(url: string): string {
  if (/^(?:postgres|postgresql):\/\//.test(url) && URL.canParse(url)) return url
  throw new Problem(
    { en: 'DATABASE_URL is no address of a Postgres.', zh: 'DATABASE_URL 不是 Postgres 的地址。' },
    { remedy: HOW_TO_WRITE },
  )
}

const HOW_TO_WRITE = {
  en: 'Write it as postgres://user:password@host/name, with % and two digits for signs in a password.',
  zh: '请写成 postgres://user:password@host/name，密码中的符号用 % 加两位十六进制表示。',
}

/** What Postgres says of who may come in and what there is: SQLSTATE 28, 3D, 3F and 42501. */
const DENIED = /^(?:28|3D|3F|42501)/

export function databaseTrouble(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = codeOf(error) ?? ''
  if (!isAway(error) && !DENIED.test(code)) return error
  const said = [code, error.message].filter(Boolean).join(': ')
  return new Problem(
    { en: `The database of the hub cannot be used (${said}).`, zh: `无法使用 hub 的数据库（${said}）。` },
    {
      remedy: { en: `Start it, and check DATABASE_URL.`, zh: '请启动数据库，并检查 DATABASE_URL。' },
      cause: error,
    },
  )
}
