import { rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { Problem } from '../../core/problem.ts'
import type { Office } from './office.ts'
import type { OfficeCall, OfficeReply } from './office-call.ts'

/**
 * Lets other processes of this user ask, while this one alone has the database. Where the system has no room
 * for such a door (the path of a socket is short), they are told to wait until it ends.
 */
export function serveOffice(office: Office, door: string): Server {
  // Of a process that was killed: nobody else is there, for the folder is held.
  rmSync(door, { force: true })
  const server = createServer((socket) => void answer(office, socket))
  return server.on('error', leaveClosed).listen(door)
}

async function answer(office: Office, socket: Socket): Promise<void> {
  socket.on('error', leaveClosed)
  for await (const line of createInterface({ input: socket })) {
    socket.end(JSON.stringify(await replyTo(office, line)))
    return
  }
}

async function replyTo(office: Office, line: string): Promise<OfficeReply> {
  try {
    const { verb, wish } = JSON.parse(line) as OfficeCall
    // What is called is of the same program, but perhaps of another version.
    const act = office[verb] as (wish: unknown) => Promise<unknown>
    return { kind: 'done', result: await act(wish) }
  } catch (error) {
    if (error instanceof Problem) return { kind: 'problem', ...error.texts }
    return { kind: 'fault', message: String(error) }
  }
}

function leaveClosed(): void {}
