import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { Problem } from '../../core/problem.ts'
import { unreachable } from '../../core/unreachable.ts'
import type { Office } from './office.ts'
import type { OfficeCall, OfficeReply } from './office-call.ts'

/** That of the process which has the database. Each throws the system's error where nobody is behind the door. */
export function officeBehind(door: string): Office {
  const asking =
    <W, R>(verb: keyof Office) =>
    async (wish: W) =>
      resultOf(await ask(door, { verb, wish })) as R
  return {
    invite: asking('invite'),
    people: () => asking<undefined, Awaited<ReturnType<Office['people']>>>('people')(undefined),
    renewToken: asking('renewToken'),
    remove: asking('remove'),
  }
}

async function ask(door: string, call: OfficeCall): Promise<OfficeReply> {
  const socket = connect(door)
  await once(socket, 'connect')
  socket.write(`${JSON.stringify(call)}\n`)
  return JSON.parse(await text(socket)) as OfficeReply
}

function resultOf(reply: OfficeReply): unknown {
  switch (reply.kind) {
    case 'done':
      return reply.result
    case 'problem':
      throw new Problem(reply.message, { remedy: reply.remedy })
    case 'fault':
      throw new Error(reply.message)
    default:
      return unreachable(reply)
  }
}
