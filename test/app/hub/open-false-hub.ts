import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { STRETCH_LENGTH } from '../../../src/core/stretch.ts'
import { encodeEntries } from '../../../src/interop/hub/entry-lines.ts'
import { idDigest } from '../../../src/interop/hub/id-digest.ts'

export interface FalseAnswer {
  readonly status?: number
  readonly headers?: { readonly [name: string]: string }
  readonly body: string | Uint8Array
}

/** What answers below `/v1/`, by path; what it is not told is what a hub with an empty log would say. */
export interface FalseAnswers {
  readonly [path: string]: FalseAnswer | ((asked: unknown) => FalseAnswer)
}

export const FALSE_MEMBER = 'a-member'

export const ANSWER_OF_HUB = {
  anneal: 'hub',
  protocol: 1,
  hub: 'false',
  course: { name: 'vision', title: 'Vision' },
  person: { id: FALSE_MEMBER, name: 'Ann', role: 'learner', shares: false },
  release: 0,
}

const EMPTY: FalseAnswers = {
  hub: told(ANSWER_OF_HUB),
  stretches: told({ stretches: [] }),
  ids: told({ ids: [] }),
  entries: told({ added: 0, known: 0, refused: [] }),
}

/** Whoever answers in the place of a hub; `asked` has the paths that it was asked for. */
export async function openFalseHub(answers: FalseAnswers) {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').replace('/v1/', '')
    asked.push(path)
    const answer = { ...EMPTY, ...answers }[path] ?? { status: 404, body: 'nothing' }
    const question = path === 'entries' ? undefined : await json(request).catch(() => undefined)
    const { status = 200, headers = {}, body } = typeof answer === 'function' ? answer(question) : answer
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close().closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

export function told(fields: object): FalseAnswer {
  return { body: JSON.stringify(fields) }
}

/** The last of these from then on. */
export function inTurn(answers: readonly FalseAnswer[]): () => FalseAnswer {
  let times = 0
  return () => answers[Math.min(times++, answers.length - 1)] ?? { body: '' }
}

export function asksToWait(status: number, seconds: string): FalseAnswer {
  const words = told({ message: { en: 'Later.', zh: '稍后。' }, remedy: { en: '', zh: '' } })
  return { status, headers: { 'retry-after': seconds }, ...words }
}

/** One that says to have these ids, and gives for them what it likes. */
export function givingEntries(ids: readonly string[], entries: readonly object[]): FalseAnswers {
  const stretches = [...Map.groupBy(ids, (id) => id.slice(0, STRETCH_LENGTH))].map(([stretch, inside]) => ({
    stretch,
    entries: inside.length,
    digest: String(idDigest(inside)),
  }))
  return {
    stretches: told({ stretches }),
    ids: told({ ids }),
    'entries/wanted': { body: encodeEntries(entries) },
  }
}
