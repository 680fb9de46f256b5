import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { MOST_BODY_BYTES } from '../../../src/interop/hub/protocol.ts'
import { openTestHub, type TestHub } from '../open-test-hub.ts'

test('bodies that do not come to an end are few, and hold up nobody else, nor what is small', async () => {
  const hub = await openTestHub({ people: { Ann: 'learner', Bob: 'learner' } })
  const slow = Array.from({ length: 4 }, () => beginBody(hub, `content-length: ${MOST_BODY_BYTES}`))
  await expect.poll(() => isRefused(hub, 'Ann')).toBe(true)
  expect(await isRefused(hub, 'Bob')).toBe(false)
  for (const said of [`content-length: ${MOST_BODY_BYTES}`, 'transfer-encoding: chunked']) {
    const [answer] = await once(beginBody(hub, said), 'data')
    expect(String(answer)).toMatch(/^HTTP\/1.1 429 /)
  }
  expect((await hub.ask('Ann', '/v1/stretches')).status).toBe(200)
  for (const socket of slow) socket.destroy()
  await expect.poll(() => isRefused(hub, 'Ann')).toBe(false)
  expect(hub.mistakes).toEqual([])
})

/** Sends what is no list of ids. */
async function isRefused({ ask }: TestHub, name: string): Promise<boolean> {
  const { status } = await ask(name, '/v1/ids', { method: 'POST', body: 'x'.repeat(1000) })
  return status === 429
}

function beginBody({ url, tokens }: TestHub, said: string): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.write(
    `POST /v1/entries HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${tokens['Ann']}\r\n${said}\r\n\r\n`,
  )
  return socket
}
