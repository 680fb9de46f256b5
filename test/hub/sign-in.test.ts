import { expect, test } from 'vitest'
import { preferredLocale } from '../../src/hub/page/page-locale.ts'
import { WEB_SESSION_MS } from '../../src/hub/people/web-sessions.ts'
import { browse, browseAs } from './browse.ts'
import { openTestHub, type TestHub } from './open-test-hub.ts'
import { personCalled, pushAll, saying } from './share-log.ts'

const openHub = (isBehindProxy = false) =>
  openTestHub({ people: { Tom: 'teacher', Ann: 'learner' }, pages: { isBehindProxy } })

/** Where whoever is not signed in is sent. */
const DOOR = '/course/sign-in'

async function isLetIn(hub: TestHub, browsing = browse(hub)): Promise<boolean> {
  const response = await browsing.get('/course')
  if (response.status !== 200) expect(response.headers.get('location')).toBe(DOOR)
  return response.status === 200
}

test('a teacher comes in with their token and goes out again', async () => {
  const hub = await openHub()
  expect((await browse(hub).get('/')).headers.get('location')).toBe('/course')
  expect(await isLetIn(hub)).toBe(false)
  const browsing = browse(hub)
  const response = await browsing.post(DOOR, { token: ` ${hub.tokens['Tom']}\n` })
  expect(response.headers.get('location')).toBe('/course')
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^anneal_session=anneal_/)
  for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/', 'Max-Age=43200'])
    expect(cookie).toContain(flag)
  expect(cookie).not.toContain(hub.tokens['Tom'])
  expect(await isLetIn(hub, browsing)).toBe(true)

  const kept = new Map(browsing.cookies)
  await browsing.post('/course/sign-out', {})
  expect(browsing.cookies.size).toBe(0)
  for (const [name, value] of kept) browsing.cookies.set(name, value)
  expect(await isLetIn(hub, browsing)).toBe(false)
})

test('nobody else comes in, and hears why', async () => {
  const hub = await openHub()
  const ann = await browse(hub).post(DOOR, { token: hub.tokens['Ann'] ?? '' })
  expect([ann.status, await ann.text()]).toEqual([
    403,
    expect.stringContaining('Only a teacher of the course may do this. Use the token of a teacher.'),
  ])
  for (const form of [{ token: 'anneal_nobody' }, {}]) {
    const refused = await browse(hub).post(DOOR, form as Record<string, string>)
    expect(refused.status).toBe(401)
    expect(refused.headers.getSetCookie()).toEqual([])
  }
  expect((await browse(hub).post(DOOR, { token: 'x'.repeat(5000) })).status).toBe(413)
  const cutShort = { 'content-type': 'multipart/form-data; boundary=x', origin: hub.url }
  expect((await fetch(`${hub.url}${DOOR}`, { method: 'POST', body: '--x', headers: cutShort })).status).toBe(
    401,
  )
  expect(hub.mistakes).toEqual([])
  const forged = browse(hub)
  forged.cookies.set('anneal_session', hub.tokens['Tom'] ?? '')
  expect(await isLetIn(hub, forged)).toBe(false)
  const person = await personCalled(hub.hub, 'Tom')
  const tom = await browseAs(hub, 'Tom')
  await pushAll(hub.hub, person, [saying('leave', person, hub.clock.at)])
  expect(await isLetIn(hub, tom)).toBe(false)
})

test('a session ends by itself', async () => {
  const hub = await openHub()
  const tom = await browseAs(hub, 'Tom')
  hub.clock.at += WEB_SESSION_MS - 1
  expect(await isLetIn(hub, tom)).toBe(true)
  hub.clock.at += 1
  expect(await isLetIn(hub, tom)).toBe(false)
})

test('forms of other sites do nothing', async () => {
  const hub = await openHub()
  const form = { token: hub.tokens['Tom'] ?? '' }
  const { host } = new URL(hub.url)
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://${host}.evil.example` },
    { 'sec-fetch-site': 'cross-site', origin: hub.url },
    { 'sec-fetch-site': 'same-site', origin: hub.url },
    {},
  ]) {
    expect((await browse(hub).post(DOOR, form, headers as Record<string, string>)).status).toBe(403)
  }
  const tom = await browseAs(hub, 'Tom')
  expect((await tom.post('/course/sign-out', {}, { origin: 'https://evil.example' })).status).toBe(403)
  expect(await isLetIn(hub, tom)).toBe(true)
  expect((await browse(hub).post(DOOR, form, { 'sec-fetch-site': 'same-origin' })).status).toBe(303)
})

test('what a proxy says counts only where one was told of', async () => {
  const [bare, behind] = [await openHub(), await openHub(true)]
  const cookieAt = async (hub: TestHub) => {
    const headers = { 'x-forwarded-proto': 'https', origin: hub.url }
    const response = await browse(hub).post(DOOR, { token: hub.tokens['Tom'] ?? '' }, headers)
    return response.headers.getSetCookie()[0] ?? ''
  }
  expect(await cookieAt(behind)).toMatch(/^__Host-anneal_session=.*; Secure/)
  expect(await cookieAt(bare)).toMatch(/^anneal_session=/)
  expect(await cookieAt(bare)).not.toContain('Secure')
})

test('whoever guesses tokens is held up, and nobody else with them', async () => {
  const hub = await openHub(true)
  const from = (address: string, token: string) =>
    browse(hub).post(DOOR, { token }, { origin: hub.url, 'x-forwarded-for': `10.0.0.9, ${address}` })
  const guesses = await Promise.all(Array.from({ length: 61 }, () => from('192.0.2.1', 'anneal_guess')))
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(1)
  expect((await from('192.0.2.1', hub.tokens['Tom'] ?? '')).status).toBe(303)
  expect((await from('192.0.2.2', 'anneal_guess')).status).toBe(401)
})

test('pages come in the language that was asked for, else that of the browser', async () => {
  const hub = await openHub()
  const browsing = browse(hub)
  const langOf = async (path: string, accepted: string) =>
    /<html lang="([^"]+)">/.exec(
      await (await browsing.get(path, { 'accept-language': accepted })).text(),
    )?.[1]
  expect(await langOf(DOOR, 'zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh-CN')
  expect(await langOf(DOOR, 'de, en;q=0.5')).toBe('en')
  expect(await langOf(`${DOOR}?lang=xx`, 'en')).toBe('en')
  expect(await langOf(`${DOOR}?lang=zh`, 'en')).toBe('zh-CN')
  expect(await langOf(DOOR, 'en')).toBe('zh-CN')
  expect(preferredLocale('fr;q=1, en;q=0.3, zh-TW;q=0.4')).toBe('zh')
  expect(preferredLocale('')).toBe('en')
})
