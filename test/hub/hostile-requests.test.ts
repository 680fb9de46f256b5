import { expect, test } from 'vitest'
import { encodeEntries } from '../../src/interop/hub/entry-lines.ts'
import { openTestHub } from './open-test-hub.ts'

const ENTRY = {
  id: '01KB0000000000000000000000',
  device: 'd',
  kind: 'later',
  version: 1,
  at: 1,
  offsetMin: 0,
  subject: 's',
  body: {},
}

/** What no text of Postgres can hold, or is of another kind than it looks. */
const HOSTILE: readonly (readonly [string, string, RequestInit?])[] = [
  ['zeros in stretches', '/v1/ids', posted(JSON.stringify({ stretches: ['\0', '\ud800'], after: '\0' }))],
  ['zeros among ids', '/v1/entries/wanted', posted(JSON.stringify({ ids: ['\0', '\ud800'] }))],
  ['what is no list', '/v1/entries/wanted', posted('{"ids": {"length": 3}}')],
  ['what is no JSON', '/v1/entries/wanted', posted('{')],
  ['bytes of no kind', '/v1/entries', posted('\0\0\0\0')],
  ...(['id', 'device', 'kind', 'subject'] as const).map(
    (field) => [`a zero in ${field}`, '/v1/entries', pushed({ ...ENTRY, [field]: 'a\0b' })] as const,
  ),
  ['half a pair in a subject', '/v1/entries', pushed({ ...ENTRY, subject: '\ud800' })],
  ['a version beyond all', '/v1/entries', pushed({ ...ENTRY, version: 1e300 })],
  ['a time beyond all', '/v1/entries', pushed({ ...ENTRY, at: 1e300 })],
  ['a zone beyond all', '/v1/entries', pushed({ ...ENTRY, offsetMin: 2 ** 40 })],
  ['zeros in a body', '/v1/entries', pushed({ ...ENTRY, body: { text: '\0\ud800' } })],
]

test('no request, whatever it holds, is a mistake of the hub', async () => {
  const { ask, mistakes } = await openTestHub({ people: { Ann: 'learner' } })
  const told: Record<string, number> = {}
  for (const [what, path, init] of HOSTILE) told[what] = (await ask('Ann', path, init)).status
  expect(mistakes).toEqual([])
  expect(new Set(Object.values(told))).toEqual(new Set([200, 400]))
})

function posted(body: string): RequestInit {
  return { method: 'POST', body, headers: { 'content-type': 'application/json' } }
}

function pushed(entry: object): RequestInit {
  return { method: 'POST', body: Buffer.from(encodeEntries([entry])) }
}
