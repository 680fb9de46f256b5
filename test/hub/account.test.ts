import { expect, test } from 'vitest'
import { HUB_COURSE, openTestHub } from './open-test-hub.ts'

test('a hub tells who asks, and lets nobody else in', async () => {
  const { hub, url, ask, tokens } = await openTestHub({
    people: { Ann: 'learner', Tom: 'teacher' },
  })
  expect(await (await ask('Tom', '/v1/hub')).json()).toEqual({
    anneal: 'hub',
    protocol: 1,
    hub: hub.id,
    course: { name: HUB_COURSE, title: HUB_COURSE },
    person: { id: expect.any(String), name: 'Tom', role: 'teacher', shares: false },
    release: 0,
  })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/v1/hub`)).status).toBe(401)
  const alike = `${tokens['Ann']?.slice(0, -1)}${tokens['Ann']?.endsWith('A') ? 'E' : 'A'}`
  expect((await fetch(`${url}/v1/hub`, { headers: { authorization: `Bearer ${alike}` } })).status).toBe(401)
  expect((await ask('Ann', '/v1/nothing')).status).toBe(404)
})
