import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { connectToHub } from '../../../src/app/hub/connect.ts'
import { hubAddress } from '../../../src/app/hub/hub-address.ts'
import type { LogEntry } from '../../../src/core/log-entry.ts'
import { hubSyncedText } from '../../../src/ui/plain/hub-text.ts'
import {
  ANSWER_OF_HUB,
  asksToWait,
  FALSE_MEMBER,
  type FalseAnswers,
  givingEntries,
  inTurn,
  openFalseHub,
  told,
} from './open-false-hub.ts'
import { openHubLearner } from './open-hub-learner.ts'

const TOKEN = `anneal_${'t'.repeat(43)}`

function entry(last: string, kind: string, subject: string, body: object): LogEntry {
  const id = `01KB${'0'.repeat(22 - last.length)}${last}`
  return { id, device: 'other', kind, version: 1, at: 0, offsetMin: 0, subject, body: { ...body } }
}

const review = entry('1', 'review', 'adam/a', { rating: 'good', durationMs: 900 })

/** What a sync with a hub comes to that answers so; the machine has recorded something. */
async function syncWith(answers: FalseAnswers) {
  const hub = await openFalseHub(answers)
  const learner = openHubLearner(TOKEN)
  learner.deps.store.configure('retention', '0.9', learner.deps.now())
  const before = learner.entries()
  const outcome = await learner.sync(hub.url).catch((problem: Error) => problem)
  return { hub, learner, outcome, before }
}

const NO_HUB = 'is no hub of Anneal, or was cut short'

describe('what is no hub is told in one line, and nothing is changed', () => {
  test.each<[string, FalseAnswers, string]>([
    ['a web page', { hub: { body: '<!doctype html><title>Hello</title>' } }, NO_HUB],
    ['a page that is not there', { hub: { status: 404, body: 'Not found' } }, NO_HUB],
    [
      'a proxy whose hub is down',
      { hub: { status: 502, body: '<h1>Bad gateway</h1>' } },
      'cannot be reached (502)',
    ],
    [
      'a redirection',
      { hub: { status: 302, headers: { location: '/login' }, body: '' } },
      'cannot be reached',
    ],
    ['a newer hub', { hub: told({ anneal: 'hub', protocol: 2 }) }, 'of a newer version of Anneal'],
    ['a hub without a person', { hub: told({ ...ANSWER_OF_HUB, person: {} }) }, NO_HUB],
    ['an endless answer', { hub: { body: Buffer.alloc(2 ** 25 + 1, 32) } }, NO_HUB],
    ['stretches of a wrong type', { stretches: told({ stretches: [{ stretch: 1 }] }) }, NO_HUB],
    [
      'ids that nobody asked for',
      givingEntries([review.id, `${review.id.slice(0, -1)}Z`].reverse(), []),
      NO_HUB,
    ],
    ['no ids', { ...givingEntries([review.id], []), ids: told({ ids: ['../../etc/passwd'] }) }, NO_HUB],
    [
      'entries that are none',
      { ...givingEntries([review.id], []), 'entries/wanted': { body: 'no zstd' } },
      NO_HUB,
    ],
    ['a word for what was pushed', { entries: told({ added: 'all' }) }, NO_HUB],
    [
      'a trouble that a terminal would obey',
      {
        hub: {
          status: 401,
          ...told({
            message: { en: `\x1b[2JGo\naway${'x'.repeat(1000)}`, zh: '走开' },
            remedy: { en: 'Now.', zh: '' },
          }),
        },
      },
      'Go awayxxx',
    ],
  ])('%s', async (_, answers, said) => {
    const { outcome, learner, before } = await syncWith(answers)
    expect(outcome).toBeInstanceOf(Error)
    const { message } = outcome as Error
    expect(message).toContain(said)
    expect(message).not.toMatch(/[\x00-\x1f]/)
    expect(message.length).toBeLessThan(400)
    expect(learner.entries()).toEqual(before)
  })
})

test('entries that a hub was not asked for, and what it has no say in, are refused', async () => {
  const others = [
    entry('2', 'config', 'python', { value: '/tmp/evil' }),
    entry('3', 'consent', 'another-member', { given: true }),
    entry('4', 'leave', 'another-member', {}),
  ]
  const broken = { ...entry('5', 'review', 'adam/a', {}), body: { rating: 'perfect' } }
  const unasked = entry('9', 'review', 'adam/b', { rating: 'again', durationMs: 1 })
  const given = [review, ...others, broken]
  const hub = givingEntries(
    given.map(({ id }) => id),
    [...given, unasked, review],
  )
  const { outcome, learner, before } = await syncWith(hub)
  expect(outcome).toMatchObject({ kind: 'synced', taken: { added: 1, refused: 5 } })
  expect(learner.entries()).toEqual([review, ...before])
})

test('a hub that does not give what it says to have is not asked for ever', async () => {
  const { outcome, hub } = await syncWith(givingEntries([review.id], []))
  expect(outcome).toMatchObject({ kind: 'synced', taken: { added: 0 } })
  expect(hub.asked.filter((path) => path === 'entries/wanted')).toHaveLength(1)
})

test.each([429, 503])('a hub that asks to wait by %d is waited for, and why is told', async (status) => {
  const answers = [asksToWait(status, '0.01'), asksToWait(status, '0.01'), told({ stretches: [] })]
  const { outcome, hub, learner } = await syncWith({ stretches: inTurn(answers) })
  expect(outcome).toMatchObject({ kind: 'synced' })
  expect(hub.asked.filter((path) => path === 'stretches')).toHaveLength(3)
  expect(learner.waits).toEqual(['Later.', undefined, 'Later.', undefined])
})

test.each([
  ['longer than anybody waits', [asksToWait(503, '121')], 1],
  ['again and again', [asksToWait(503, '0.01'), asksToWait(503, '119.995')], 2],
  ['but not for how long', [{ ...asksToWait(503, ''), headers: {} }], 1],
  ['for what does not pass by itself', [asksToWait(507, '0.01')], 1],
])('one that asks to wait %s is not', async (_, answers, times) => {
  const { outcome, hub } = await syncWith({ stretches: inTurn(answers) })
  expect(outcome).toMatchObject({ message: expect.stringContaining('Later.') })
  expect(hub.asked.filter((path) => path === 'stretches')).toHaveLength(times)
})

test('what stands in front of a hub that is down, and asks to wait, is named as that', async () => {
  const page = { status: 503, headers: { 'retry-after': '0.01' }, body: '<h1>Down</h1>' }
  const { hub, learner } = await syncWith({ stretches: inTurn([page, told({ stretches: [] })]) })
  expect(learner.waits).toEqual([`The hub ${hub.url} cannot be reached (503).`, undefined])
})

test('names are a line that a terminal can show', async () => {
  const { outcome, learner } = await syncWith({
    hub: told({
      ...ANSWER_OF_HUB,
      course: { name: 'v', title: '\x1b[31mVision\nof \x07all' },
      person: { ...ANSWER_OF_HUB.person, name: `A\x9b2Jnn${'n'.repeat(1000)}` },
    }),
  })
  const [membership] = learner.deps.store.hubs.memberships()
  expect(membership).toMatchObject({ member: FALSE_MEMBER, course: 'Vision of all' })
  expect(membership?.name.length).toBeLessThan(201)
  if (membership === undefined || outcome instanceof Error) throw new Error('not synchronised')
  expect(hubSyncedText(learner.deps, membership, outcome, { pulled: undefined, dryRun: false })).not.toMatch(
    /[\x00-\x09\x0b-\x1f\x7f-\x9f]/,
  )
})

describe('a hub that knows the learner by the same id as another', () => {
  const other = told({ ...ANSWER_OF_HUB, hub: 'other' })

  test.each([
    ['is refused while that one answers', [told(ANSWER_OF_HUB)], other, 'first'],
    ['is that one, where it says so', [told(ANSWER_OF_HUB)], told(ANSWER_OF_HUB), 'second'],
    [
      'is taken for it, where that is gone',
      [told(ANSWER_OF_HUB), { status: 404, body: '' }],
      other,
      'second',
    ],
  ])('%s', async (_, first, second, kept) => {
    const hubs = {
      first: await openFalseHub({ hub: inTurn(first) }),
      second: await openFalseHub({ hub: second }),
    }
    const learner = openHubLearner(TOKEN)
    await learner.sync(hubs.first.url)
    const before = learner.deps.store.hubs.memberships()
    const outcome = await learner.sync(hubs.second.url).catch((problem: Error) => problem)
    const memberships = learner.deps.store.hubs.memberships()
    expect(memberships.map(({ url }) => url)).toEqual([hubs[kept as keyof typeof hubs].url])
    if (kept === 'second') return
    expect(outcome).toMatchObject({ message: expect.stringMatching(/, and is another\.$/) })
    expect(memberships).toEqual(before)
  })
})

test.each([
  ['says nothing', ''],
  ['falls silent in the middle', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"anneal"'],
])('a hub that %s is given up', async (_, said) => {
  const server = createServer((socket) => socket.on('error', () => undefined).write(said))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await expect(connectToHub(url, TOKEN, { silenceMs: 20 })).rejects.toThrow('cannot be reached (ETIMEDOUT)')
})

test('a token that no hub has given is not sent', async () => {
  const hub = await openFalseHub({})
  for (const token of ['', 'secret', `${TOKEN}\nx: y`, '令牌'])
    await expect(openHubLearner(token).sync(hub.url)).rejects.toThrow('not the token of a hub')
  expect(hub.asked).toEqual([])
})

test('a hub that is not there is told, and what had been recorded stays', async () => {
  const hub = await openFalseHub({})
  const learner = openHubLearner(TOKEN)
  await expect(learner.sync(hub.url.replace('http:', 'https:'))).rejects.toThrow('cannot be reached (')
  await expect(learner.sync('http://127.0.0.1:9')).rejects.toThrow('cannot be reached (')
  expect(learner.deps.store.hubs.memberships()).toEqual([])
})

test('the address of a hub is one to which a token may be sent', () => {
  expect(hubAddress('https://Hub.example.org/')).toBe('https://hub.example.org')
  expect(hubAddress('https://hub.example.org:8443/vision//')).toBe('https://hub.example.org:8443/vision')
  for (const here of ['http://localhost:7433', 'http://127.0.0.1:7433', 'http://[::1]:7433'])
    expect(hubAddress(here)).toBe(here)
  for (const folder of ['.', 'C:\\sync', '/mnt/https', 'https', 'file:///tmp'])
    expect(hubAddress(folder)).toBeUndefined()
  for (const open of ['http://example.org', 'http://127.0.0.1.example.org', 'http://10.0.0.1'])
    expect(() => hubAddress(open)).toThrow('not encrypted')
  for (const odd of [
    'https://',
    'https://ann:secret@example.org',
    'https://example.org?x',
    'https://example.org#x',
  ])
    expect(() => hubAddress(odd)).toThrow('not an address of a hub')
})
