import { serveHub } from '../../hub/http/serve-hub.ts'
import { invite } from '../../hub/people/invite.ts'
import { print, printJson, tell } from '../print.ts'
import { openHubHere } from './open-hub-here.ts'
import { untilSignal } from './until-signal.ts'

interface HubFlags {
  readonly host?: string
  readonly port?: number
}

export async function runHub({ host = '127.0.0.1', port = 7433 }: HubFlags): Promise<void> {
  const hub = await openHubHere()
  const served = await serveHub(hub, { host, port })
  tell(`http://${host}:${served.address.port}`)
  await untilSignal()
  await served.close()
  await hub.db.close()
}

interface InviteFlags {
  readonly teacher?: boolean
  readonly course?: string
  readonly json?: boolean
}

export async function inviteTo(name: string, flags: InviteFlags): Promise<void> {
  const { teacher = false, course = 'course', json = false } = flags
  const hub = await openHubHere()
  try {
    const invited = await invite(hub.db, { name, course, role: teacher ? 'teacher' : 'learner' }, hub.now())
    if (json) printJson(invited)
    else print(invited.token)
  } finally {
    await hub.db.close()
  }
}
