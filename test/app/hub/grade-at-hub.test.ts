import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { gradeAtHub } from '../../../src/app/hub/grade-at-hub.ts'
import { type GradingProgress, submitSolution } from '../../../src/app/submit-solution.ts'
import type { Submission } from '../../../src/app/workspace.ts'
import { Problem } from '../../../src/core/problem.ts'
import { serveHub } from '../../../src/hub/http/serve-hub.ts'
import { openDesk } from '../../../src/hub/jobs/open-desk.ts'
import { drawTests } from '../../drawn-by-commit.ts'
import { rightTs, SCALE_SCORES } from '../../grader/scale-scores.ts'
import { openTestHub, type TestHub } from '../../hub/open-test-hub.ts'
import { openWorker } from '../../hub/open-worker.ts'
import { NOON, openTestDeps, type TestDeps } from '../open-test-deps.ts'
import { asksToWait, inTurn, openFalseHub, told } from './open-false-hub.ts'

drawTests('hub', 'app/hub', 'app/course', 'app/sync', 'interop/hub', 'grader')

const PEOPLE = { ada: 'learner' } as const

test('what a hub judged is recorded as an attempt, and once, also after a kill before it was recorded', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  const ada = openLearner(there)
  await openWorker(there)
  const seen: GradingProgress[] = []
  await gradeAtHub(ada.deps, ada.submission, rightTs(), { onProgress: (one) => seen.push(one) })
  expect(seen[0]).toEqual({ kind: 'queue', before: 0 })
  const { grading, effect } = await submitted(ada)
  expect(grading).toMatchObject({ verdict: { kind: 'accepted' }, language: 'ts' })
  expect(effect.kind).toBe('rating')
  expect(await sentTo(there)).toBe(1)
  expect(attemptsOf(ada)).toEqual(['accepted'])
  await submitted(ada)
  expect(await sentTo(there)).toBe(2)
})

test('who stops waiting finds the same submission again', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  const ada = openLearner(there)
  const stopping = new AbortController()
  const stopped = submitted(ada, { onProgress: () => stopping.abort(), signal: stopping.signal })
  await expect(stopped).rejects.toThrow('aborted')
  await openWorker(there)
  await submitted(ada)
  expect(await sentTo(there)).toBe(1)
  writeFileSync(ada.submission.path, rightTs({ before: '// Another' }))
  await submitted(ada)
  expect(await sentTo(there)).toBe(2)
})

test('a hub that is away for a while is waited for', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  const desk = await openDesk(there.hub)
  onTestFinished(() => desk.close())
  const first = await serveHub(there.hub, { host: '127.0.0.1', port: 0, desk })
  const { port } = first.address
  const ada = openLearner({ ...there, url: `http://127.0.0.1:${port}` })
  const kinds: string[] = []
  const queued = Promise.withResolvers<void>()
  const away = Promise.withResolvers<void>()
  const attempt = submitted(ada, {
    onProgress: ({ kind }) => {
      kinds.push(kind)
      if (kind === 'queue') queued.resolve()
      if (kind === 'away') away.resolve()
    },
  })
  await queued.promise
  await first.close()
  await openWorker(there)
  await away.promise
  const second = await serveHub(there.hub, { host: '127.0.0.1', port, desk })
  onTestFinished(() => second.close())
  expect((await attempt).grading.verdict.kind).toBe('accepted')
  expect(await sentTo(there)).toBe(1)
})

test('a hub that cannot be reached at first is told, one that refuses, and that there is none', async () => {
  const there = await openTestHub({ judges: true, people: PEOPLE })
  const nowhere = openLearner({ ...there, url: 'http://127.0.0.1:1' })
  await expect(submitted(nowhere)).rejects.toMatchObject({
    remedy: expect.stringContaining('without --hub'),
  })
  const stranger = openLearner({ ...there, tokens: { ada: `anneal_${'x'.repeat(43)}` } })
  await expect(submitted(stranger)).rejects.toThrow('does not know this token')
  nowhere.deps.store.hubs.forget('ada')
  await expect(submitted(nowhere)).rejects.toThrow('has joined no hub')
})

test('a hub that asks to wait is waited for, and why is told', async () => {
  const judged = told({ kind: 'judged', grading: gradingIn('ts') })
  const { url } = await openFalseHub({ submissions: inTurn([asksToWait(503, '0.01'), judged]) })
  const ada = openLearner({ url, tokens: { ada: 'anneal_any' } })
  const seen: GradingProgress[] = []
  await submitted(ada, { onProgress: (one) => seen.push(one) })
  expect(seen[0]).toEqual({ kind: 'away', why: { en: 'Later.', zh: '稍后。' } })
  expect(attemptsOf(ada)).toEqual(['accepted'])
})

test.each([
  { what: 'half a grading', reply: { kind: 'judged', grading: { verdict: { kind: 'accepted' } } } },
  { what: 'the verdict of another language', reply: { kind: 'judged', grading: { ...gradingIn('py') } } },
])('of $what nothing is recorded', async ({ reply }) => {
  const liar = createServer((request, response) => {
    response.end(JSON.stringify(request.url === '/v1/hub' ? HUB : reply))
  })
  await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void liar.close())
  const { port } = liar.address() as AddressInfo
  const ada = openLearner({ url: `http://127.0.0.1:${port}`, tokens: { ada: 'anneal_any' } })
  await expect(submitted(ada)).rejects.toBeInstanceOf(Problem)
  expect(attemptsOf(ada)).toEqual([])
})

const HUB = {
  anneal: 'hub',
  protocol: 1,
  hub: 'h',
  course: { name: 'vision', title: 'vision' },
  person: { id: 'p', name: 'ada', role: 'learner', shares: false },
  release: 0,
}

function gradingIn(language: string): object {
  const verdict = { kind: 'accepted', cases: { passed: 1, total: 1 }, performance: null }
  return {
    printedIn: 'all',
    verdict,
    remark: null,
    language,
    seed: 's',
    stdout: '',
    stderr: '',
    elapsedMs: 1,
  }
}

interface Learner {
  readonly deps: TestDeps
  readonly submission: Submission
}

/** One whose machine has joined the hub, with a solution in the workspace. */
function openLearner({ url, tokens }: Pick<TestHub, 'url' | 'tokens'>): Learner {
  const deps = openTestDeps({})
  const token = tokens['ada'] ?? ''
  deps.store.hubs.keep({
    member: 'ada',
    url,
    token,
    course: 'vision',
    name: 'ada',
    usedAt: NOON,
    syncedAt: NOON,
  })
  const path = join(deps.folders.home, 'workspace', 'scaleScores.ts')
  mkdirSync(join(deps.folders.home, 'workspace'), { recursive: true })
  writeFileSync(path, rightTs())
  return { deps, submission: { exercise: SCALE_SCORES, language: 'ts', path } }
}

interface Waiting {
  readonly onProgress?: (progress: GradingProgress) => void
  readonly signal?: AbortSignal
}

function submitted(
  { deps, submission }: Learner,
  { onProgress = () => undefined, signal }: Waiting = {},
): ReturnType<typeof submitSolution> {
  const options = { seed: undefined, onProgress, ...(signal && { signal }) }
  return submitSolution(deps, submission, options, gradeAtHub)
}

function attemptsOf({ deps }: Learner): readonly string[] {
  return deps.store.history.attempts().map(({ verdict }) => verdict)
}

async function sentTo({ hub }: TestHub): Promise<number> {
  return (await hub.db.query('select id from submission')).length
}
