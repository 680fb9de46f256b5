import * as v from 'valibot'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MOST_SOURCE_BYTES } from '../../src/core/exercise.ts'
import type { Grading } from '../../src/core/grading.ts'
import { LOST_QUEUE } from '../../src/hub/jobs/grade-queues.ts'
import { MOST_WAITING } from '../../src/hub/jobs/submissions.ts'
import { forgetPerson } from '../../src/hub/people/forget-person.ts'
import { removePerson } from '../../src/hub/people/remove-person.ts'
import { SUBMISSION_REPLY, type SubmissionReply } from '../../src/interop/hub/submission.ts'
import { drawTests } from '../drawn-by-commit.ts'
import { rightCpp, rightPy, rightTs, SCALE_SCORES, submit } from '../grader/scale-scores.ts'
import { letClaimsLapse } from './let-claims-lapse.ts'
import { HUB_COURSE, HUB_ENGINES, openTestHub, type TestHub } from './open-test-hub.ts'
import { graderRoot, type Judging, judging, openWorker } from './open-worker.ts'
import { HAS_POSTGRES, startPostgres } from './postgres.ts'

drawTests('hub', 'app/hub', 'grader/run')

const PEOPLE = { ada: 'learner', ben: 'learner' } as const

describe.each(HUB_ENGINES)('on %s', (engine) => {
  test('a submission waits until a worker judges it, and is judged as at home', async () => {
    const there = await openTestHub({ engine, judges: true, people: PEOPLE })
    expect(await sent(there, 'ada', { number: 1 })).toEqual({ kind: 'waiting', before: 0 })
    expect(await sent(there, 'ben', { number: 2 })).toEqual({ kind: 'waiting', before: 1 })
    await openWorker(there)
    const grading = await gradingOf(there, 'ada', 1)
    const atHome = await submit({ graderRoot, language: 'ts', source: rightTs(), seed: grading.seed })
    expect({ ...grading, elapsedMs: 0 }).toStrictEqual({ ...atHome, elapsedMs: 0 })
    expect((await gradingOf(there, 'ben', 2)).verdict.kind).toBe('accepted')
  })

  test('a worker that gives a submission back leaves it to another, and one verdict is kept', async () => {
    const there = await openTestHub({ engine, judges: true, people: PEOPLE })
    const taken = Promise.withResolvers<void>()
    const first = await openWorker(there, 'first', (_, signal) => {
      taken.resolve()
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    })
    await sent(there, 'ada', { number: 1 })
    await taken.promise
    const finished = first.finish()
    first.giveBack()
    await finished
    await openWorker(there, 'second')
    expect((await gradingOf(there, 'ada', 1)).verdict.kind).toBe('accepted')
    expect(await workersOf(there)).toEqual(['second'])
  })
})

test('the same submission twice is one, and nobody else can ask for it or send another under its id', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  await sent(there, 'ada', { number: 1 })
  await sent(there, 'ada', { number: 1 })
  expect(await jobsOf(there)).toBe(1)
  expect((await there.ask('ben', `/v1/submissions/${idOf(1)}`)).status).toBe(404)
  expect((await send(there, 'ben', { number: 1 })).status).toBe(404)
  expect((await there.ask('ada', `/v1/submissions/${idOf(2)}`)).status).toBe(404)
})

test('a learner has so many waiting and no more, in whichever order they come', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  const numbers = Array.from({ length: MOST_WAITING + 5 }, (_, number) => number)
  const statuses = await Promise.all(
    numbers.map(async (number) => (await send(there, 'ada', { number })).status),
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(MOST_WAITING)
  expect(statuses.filter((status) => status === 429)).toHaveLength(5)
  expect((await send(there, 'ben', { number: 100 })).status).toBe(200)
})

test('whoever sends one does not wait behind all of whoever sent many', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  const change = { source: 'export function scaleScores( {' }
  for (const number of [1, 2, 3]) await sent(there, 'ada', { number, change })
  expect(await sent(there, 'ben', { number: 4, change })).toEqual({ kind: 'waiting', before: 1 })
  expect(await sent(there, 'ada', { number: 2, change })).toEqual({ kind: 'waiting', before: 2 })
  const order: string[] = []
  await openWorker(there, 'one', (id, signal) => {
    order.push(id)
    return judging(there)(id, signal)
  })
  for (const number of [1, 2, 3]) await gradingOf(there, 'ada', number)
  expect(order).toEqual([1, 4, 2, 3].map(idOf))
})

test('what a hub keeps of submissions is bounded, and one that it has can be asked for', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE, quotaBytes: 1 })
  await sent(there, 'ada', { number: 1 })
  const refused = await send(there, 'ada', { number: 2 })
  expect([refused.status, await refused.json()]).toMatchObject([
    507,
    { message: { en: expect.stringContaining('Your submissions fill') } },
  ])
  expect(await sent(there, 'ada', { number: 1 })).toEqual({ kind: 'waiting', before: 0 })
  expect((await send(there, 'ben', { number: 3 })).status).toBe(200)
})

test.each([
  { what: 'another id', change: { id: 'no-id' } },
  { what: 'a path for a name', change: { fileName: '../scores.ts' } },
  { what: 'a language that nobody runs', change: { language: 'rs' } },
  { what: 'too long a source', change: { source: 'x'.repeat(MOST_SOURCE_BYTES + 1) } },
  { what: 'a source with NUL', change: { source: 'a\0b' } },
])('$what is refused with a sentence', async ({ change }) => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  const response = await send(there, 'ada', { number: 1, change })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ message: { zh: expect.any(String) } })
})

test('two workers share what there is, and each submission is judged once', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  const numbers = Array.from({ length: 20 }, (_, number) => number)
  const change = { source: 'export function scaleScores( {' }
  for (const number of numbers) await sent(there, 'ada', { number, change })
  const asked: string[] = []
  const judge: Judging = (id, signal) => {
    asked.push(id)
    return judging(there)(id, signal)
  }
  await openWorker(there, 'first', judge)
  await openWorker(there, 'second', judge)
  for (const number of numbers)
    expect((await gradingOf(there, 'ada', number)).verdict.kind).toBe('compile-error')
  expect(asked.toSorted()).toEqual(numbers.map(idOf).toSorted())
})

test('what breaks each worker is told as a fault of the hub', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  let tries = 0
  await openWorker(there, 'weak', async () => {
    tries++
    throw new Error('out of memory')
  })
  await sent(there, 'ada', { number: 1 })
  expect((await gradingOf(there, 'ada', 1)).verdict).toMatchObject({
    kind: 'judge-error',
    detail: { en: expect.stringContaining('not of your solution') },
  })
  expect(tries).toBe(4)
})

test('an exercise that no worker knows is told', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  await openWorker(there)
  await sent(there, 'ada', { number: 1, change: { exercise: 'unheard-of' } })
  expect((await gradingOf(there, 'ada', 1)).verdict).toMatchObject({
    kind: 'judge-error',
    detail: { en: expect.stringContaining('"unheard-of"') },
  })
})

test('of a learner who leaves meanwhile nothing is judged and nothing is kept', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  const { db, now } = there.hub
  await sent(there, 'ada', { number: 1 })
  await sent(there, 'ben', { number: 2 })
  const [ada] = await db.query<{ readonly id: string }>(`select id from person where name = 'ada'`)
  const judge: Judging = async (id, signal) => {
    const grading = await judging(there)(id, signal)
    if (id === idOf(1)) await forgetPerson(db, ada?.id ?? '', now())
    return grading
  }
  await openWorker(there, 'one', judge)
  await gradingOf(there, 'ben', 2)
  expect(await db.query('select submission from judgement')).toEqual([{ submission: idOf(2) }])
  expect(await db.query('select id from submission')).toEqual([{ id: idOf(2) }])
})

test('of a learner who leaves nothing stays in a queue, though nobody judges', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  await sent(there, 'ada', { number: 1 })
  await sent(there, 'ben', { number: 2 })
  await there.desk?.boss.send(LOST_QUEUE, { submission: idOf(1) })
  expect(await jobsOf(there)).toBe(3)
  await removePerson(there.hub.db, { name: 'ada', course: HUB_COURSE }, there.hub.now())
  expect(await there.hub.db.query('select data from pgboss.job')).toEqual([{ data: { submission: idOf(2) } }])
})

/** What its environment holds, and those of all processes that it can see; once, and not at each call. */
const SPIES = {
  ts: rightTs({
    before: `const fs = process.getBuiltinModule('node:fs')
  const tell = (path) => { try { if (fs.existsSync(path)) console.log(fs.readFileSync(path, 'utf8')) } catch {} }
  if (!globalThis.hasTold) {
    console.log('env ' + JSON.stringify(process.env))
    for (let pid = 1; pid < 32768; pid++) tell('/proc/' + pid + '/environ')
    globalThis.hasTold = true
  }`,
  }),
  py: rightPy({
    before: `if not hasattr(os, "has_told"):
        print("env", dict(os.environ))
        for pid in range(1, 32768):
            try: print(open(f"/proc/{pid}/environ").read())
            except OSError: pass
        os.has_told = True`,
  }),
  cpp: rightCpp({
    before: `static bool has_told = false;
  if (!has_told) std::cout << "env\\n";
  for (int pid = 1; pid < 32768 && !has_told; pid++) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/environ");
    if (file) std::cout << file.rdbuf();
  }
  has_told = true;`,
  }).replace('#include "anneal.hpp"', '#include "anneal.hpp"\n#include <fstream>\n#include <iostream>'),
} as const

test.each(['ts', 'py', 'cpp'] as const)(
  'a submission in %s sees nothing of the worker that judges it',
  async (language) => {
    process.env['DATABASE_URL'] = 'postgres://secret'
    onTestFinished(() => void delete process.env['DATABASE_URL'])
    const there = await openTestHub({ judges: true, people: PEOPLE })
    await openWorker(there)
    await sent(there, 'ada', { number: 1, change: { language, source: SPIES[language] } })
    const { stdout } = await gradingOf(there, 'ada', 1)
    expect(stdout).toContain('env')
    expect(stdout).not.toContain('secret')
  },
)

test.skipIf(!HAS_POSTGRES)(
  'a database that is killed when a worker has judged loses nothing, and the verdict is recorded once',
  async () => {
    const server = await startPostgres({ isDurable: true })
    onTestFinished(server.end)
    const database = server.urlOf('postgres')
    const there = await openTestHub({ judges: true, people: PEOPLE, database })
    await sent(there, 'ada', { number: 1 })
    const killed = Promise.withResolvers<void>()
    let tries = 0
    await openWorker(there, 'one', async (id, signal) => {
      const grading = await judging(there)(id, signal)
      if (tries++ === 0) killed.resolve(server.kill())
      await killed.promise
      return grading
    })
    await killed.promise
    await server.start()
    await letClaimsLapse(there.hub.db)
    expect((await gradingOf(there, 'ada', 1)).verdict.kind).toBe('accepted')
    expect(await workersOf(there)).toEqual(['one'])
  },
)

interface Sending {
  readonly number: number
  readonly change?: object
}

function send(there: TestHub, name: string, { number, change = {} }: Sending): Promise<Response> {
  const submission = {
    id: idOf(number),
    exercise: SCALE_SCORES.id,
    language: 'ts',
    fileName: 'scores.ts',
    source: rightTs(),
    ...change,
  }
  return there.ask(name, '/v1/submissions', { method: 'POST', body: JSON.stringify(submission) })
}

async function sent(there: TestHub, name: string, sending: Sending): Promise<SubmissionReply> {
  return v.parse(SUBMISSION_REPLY, await (await send(there, name, sending)).json())
}

/** By as many long questions as it takes. */
async function gradingOf(there: TestHub, name: string, number: number): Promise<Grading> {
  for (;;) {
    const response = await there.ask(name, `/v1/submissions/${idOf(number)}?wait=25`)
    const reply = v.parse(SUBMISSION_REPLY, await response.json())
    if (reply.kind === 'judged') return reply.grading
  }
}

function idOf(number: number): string {
  return String(number).padStart(26, '0')
}

async function workersOf({ hub }: TestHub): Promise<readonly string[]> {
  const rows = await hub.db.query<{ readonly worker: string }>('select worker from judgement')
  return rows.map(({ worker }) => worker)
}

async function jobsOf({ hub }: TestHub): Promise<number | undefined> {
  const [row] = await hub.db.query<{ readonly count: number }>('select count(*) "count" from pgboss.job')
  return row?.count
}
