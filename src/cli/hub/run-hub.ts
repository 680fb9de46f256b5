import type { Server } from 'node:net'
import type { Text } from '../../core/locale.ts'
import { serveHub } from '../../hub/http/serve-hub.ts'
import type { Hub } from '../../hub/hub.ts'
import { type Desk, openDesk } from '../../hub/jobs/open-desk.ts'
import { officeOf } from '../../hub/office/office.ts'
import { officeDoor } from '../../hub/office/office-door.ts'
import { serveOffice } from '../../hub/office/serve-office.ts'
import { keepProgress } from '../../hub/progress/keep-progress.ts'
import { findLocale } from '../find-locale.ts'
import { print, printJson, tell } from '../print.ts'
import { databaseName } from './database-name.ts'
import { listenTrouble } from './listen-trouble.ts'
import { hubFolder, openHubHere } from './open-hub-here.ts'
import { teachersPages } from './teachers-pages.ts'
import { untilSignal } from './until-signal.ts'
import { type WorkFlags, workHere } from './work-here.ts'

// All commands of a hub are in one part of the built program.
export { inviteTo, printPeople, removeFrom, renewTokenOf } from './keep-people.ts'
export { runWorker } from './run-worker.ts'

interface HubFlags extends WorkFlags {
  readonly worker?: boolean
  readonly host?: string
  readonly port?: number
  readonly quota?: number
  readonly 'behind-proxy'?: boolean
  readonly verbose?: boolean
  readonly json?: boolean
}

/** Those who are served come to their end within the drain of `endServing`, the database a moment later. */
const ENDING_MS = 15_000

/** What a grading may still take then. */
const GRACE_MS = 5_000

export async function runHub(flags: HubFlags): Promise<void> {
  const { host = '127.0.0.1', port = 7433, quota, verbose, json } = flags
  const { 'behind-proxy': isBehindProxy = false } = flags
  const hub = await openHubHere({
    ...(verbose && { request: tell }),
    ...(quota !== undefined && { quotaBytes: quota * 2 ** 20 }),
  })
  let desk: Desk | undefined
  try {
    desk = await openDesk(hub)
    const pages = await teachersPages(hub, { isBehindProxy })
    const served = await serveHub(hub, { host, port, desk, pages, isBehindProxy }).catch((error) => {
      throw listenTrouble(error, host, port)
    })
    const office = openOffice(hub)
    const { engine } = hub.db
    // Nobody else can come to the embedded database.
    const judges = flags.worker === true || engine.kind === 'embedded'
    const work = judges ? workBehind(hub, desk, flags) : undefined
    // Before it says that it has begun: whoever reads that may end it at once.
    const told = untilSignal()
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${served.address.port}`
    if (json) printJson({ url, database: { kind: engine.kind, name: databaseName(engine) }, judges })
    else print(begunText(url, databaseName(engine), judges)[findLocale()])
    const ending = new AbortController()
    const keeping = keepProgress(hub, ending.signal)
    await told
    setTimeout(() => process.exit(1), ENDING_MS).unref()
    office?.close()
    ending.abort()
    await Promise.all([served.close(), work?.end(), keeping])
  } finally {
    await desk?.close()
    await hub.db.close()
  }
  // A compiler that was begun to find out what runs here may take longer than all else.
  process.exit()
}

/** To find out what runs here takes longer than to serve. */
function workBehind({ db, journal }: Hub, { boss }: Desk, flags: WorkFlags) {
  const stopping = new AbortController()
  const work = workHere(db, boss, flags, stopping.signal).catch((error) => {
    if (!stopping.signal.aborted) journal.mistake(error)
  })
  return {
    async end() {
      stopping.abort()
      await (await work)?.end(GRACE_MS)
    },
  }
}

/** Where nobody else can open the database. */
function openOffice(hub: Hub): Server | undefined {
  return hub.db.engine.kind === 'embedded' ? serveOffice(officeOf(hub), officeDoor(hubFolder())) : undefined
}

function begunText(url: string, database: string, judges: boolean): Text {
  return {
    en: `Hub: ${url}\nDatabase: ${database}\nJudges: ${judges ? 'in this process' : 'where `anneal worker` runs'}\nInvite somebody: anneal hub invite NAME   End: ctrl-c`,
    zh: `Hub：${url}\n数据库：${database}\n判题：${judges ? '在本进程中' : '在运行 `anneal worker` 的机器上'}\n邀请成员：anneal hub invite NAME   结束：ctrl-c`,
  }
}
