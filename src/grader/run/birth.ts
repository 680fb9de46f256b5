import type { Socket } from 'node:net'
import type { ProcessEnd, Started } from './started.ts'

/** A process in the making: its pid comes from its mother, its streams from itself. */
export interface Birth {
  readonly pid: PromiseWithResolvers<number>
  /** By its own descriptors: 1 and 2 are what it prints, 3 is what it reads, 4 what it answers. */
  readonly streams: ReadonlyMap<string, PromiseWithResolvers<Socket>>
  readonly end: PromiseWithResolvers<ProcessEnd>
}

export function createBirth(): Birth {
  return {
    pid: Promise.withResolvers(),
    streams: new Map(['1', '2', '3', '4'].map((fd) => [fd, Promise.withResolvers<Socket>()])),
    end: Promise.withResolvers(),
  }
}

/** Undefined where it has ended before it was there. */
export function startedOf(birth: Birth, inNamespaces: boolean): Promise<Started | undefined> {
  return Promise.race([grownUp(birth, inNamespaces), birth.end.promise.then(() => undefined)])
}

async function grownUp({ pid: born, streams, end }: Birth, inNamespaces: boolean): Promise<Started> {
  const [stdout, stderr, toChild, fromChild] = (await Promise.all(
    [...streams.values()].map(({ promise }) => promise),
  )) as [Socket, Socket, Socket, Socket]
  const pid = await born.promise
  let isOver = false
  void end.promise.then(() => {
    isOver = true
  })
  return {
    ...{ pid, stdout, stderr, toChild, fromChild, end: end.promise },
    first: () => (inNamespaces && !isOver ? pid : undefined),
  }
}

/** Of random bytes, which name a birth. */
export const TOKEN_BYTES = 16
const GREETING_LENGTH = 2 * TOKEN_BYTES + 1

/** Each stream says first whose it is: who does not know the token of a birth is nobody. */
export function receive(socket: Socket, births: ReadonlyMap<string, Birth>): void {
  socket.on('error', () => undefined)
  socket.on('readable', function greet() {
    const greeting = socket.read(GREETING_LENGTH) as Buffer | null
    if (greeting === null) return
    socket.off('readable', greet)
    const said = greeting.toString('latin1')
    const stream = births.get(said.slice(0, -1))?.streams.get(said.slice(-1))
    if (stream) stream.resolve(socket)
    else socket.destroy()
  })
}
