import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { officeBehind } from '../../../src/hub/office/ask-office.ts'
import { type Office, officeOf } from '../../../src/hub/office/office.ts'
import { officeDoor } from '../../../src/hub/office/office-door.ts'
import { serveOffice } from '../../../src/hub/office/serve-office.ts'
import { HUB_COURSE, openTestHub, type TestHub } from '../open-test-hub.ts'

/** The office of the process that has the database, and the same through its door. */
const OFFICES: readonly (readonly [string, (at: TestHub) => Office])[] = [
  ['in the process of the hub', ({ hub }) => officeOf(hub)],
  [
    'through its door',
    ({ hub }) => {
      const folder = mkdtempSync(join(tmpdir(), 'anneal-office-'))
      const server = serveOffice(officeOf(hub), officeDoor(folder))
      onTestFinished(() => {
        server.close()
        rmSync(folder, { recursive: true, force: true })
      })
      return officeBehind(officeDoor(folder))
    },
  ],
]

describe.each(OFFICES)('%s', (_, officeAt) => {
  const people = { Ann: 'learner', Tom: 'teacher' } as const

  test('a new token lets in, and the old one no longer', async () => {
    const at = await openTestHub({ people })
    const { token, ...invited } = await officeAt(at).renewToken({ name: 'Ann' })
    expect(invited).toEqual({ name: 'Ann', role: 'learner', course: HUB_COURSE })
    expect((await at.ask('Ann', '/v1/hub')).status).toBe(401)
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(`${at.url}/v1/hub`, { headers })).status).toBe(200)
  })

  test('who is removed is gone with all that was theirs, and their name is free', async () => {
    const at = await openTestHub({ people })
    const office = officeAt(at)
    expect(await office.remove({ name: 'Ann' })).toEqual({ name: 'Ann', course: HUB_COURSE })
    expect((await at.ask('Ann', '/v1/hub')).status).toBe(410)
    expect((await office.people()).map(({ name }) => name)).toEqual(['Tom'])
    await office.invite({ name: 'Ann', role: 'learner', course: HUB_COURSE })
    expect((await office.people()).map(({ name }) => name)).toEqual(['Tom', 'Ann'])
  })

  test('people are listed with when they were last seen', async () => {
    const at = await openTestHub({ people })
    await at.ask('Tom', '/v1/hub')
    const unseen = { course: HUB_COURSE, shares: false, entries: 0, bytes: 0, seenAt: null }
    expect(await officeAt(at).people()).toEqual([
      { ...unseen, name: 'Tom', role: 'teacher', seenAt: at.clock.at },
      { ...unseen, name: 'Ann', role: 'learner' },
    ])
  })

  test('what cannot be is told', async () => {
    const office = officeAt(await openTestHub({ people }))
    const ann = { name: 'Ann', role: 'learner', course: HUB_COURSE } as const
    await expect(office.invite(ann)).rejects.toThrow('There is a "Ann" in vision already.')
    await expect(office.invite({ ...ann, name: 'A\x1b[2J' })).rejects.toThrow('That is no name.')
    await expect(office.invite({ ...ann, course: ' ' })).rejects.toThrow('That is no name.')
    await expect(office.renewToken({ name: 'Bob' })).rejects.toThrow('Nobody here is called "Bob".')
    await office.invite({ ...ann, course: 'other' })
    await expect(office.remove({ name: 'Ann' })).rejects.toThrow('There is a "Ann" in other, vision.')
    expect(await office.remove({ name: 'Ann', course: 'other' })).toEqual({ name: 'Ann', course: 'other' })
  })
})

test('nonsense at the door of an office, or from a newer version, ends nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-office-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const server = serveOffice(officeOf((await openTestHub()).hub), officeDoor(folder))
  onTestFinished(() => void server.close())
  const office = officeBehind(officeDoor(folder))
  await expect(office.remove({ name: { toString: 1 } } as never)).rejects.toThrow()
  expect(await office.people()).toEqual([])
})
