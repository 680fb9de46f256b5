import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { drawTests } from '../drawn-by-commit.ts'
import { runAnneal } from './run-anneal.ts'

drawTests('cli', 'output')

/** An exercise and the cards that it needs. */
const [ID, CARDS] = ['sgd', ['sgd/update-sign', 'sgd/one-step-weight-decay']] as const

const solution = (step: string) => `import type { Nd } from '../anneal'

export function sgd(params: Nd<'f32'>, grads: Nd<'f32'>, lr: number, weightDecay: number): Nd<'f32'> {
  const p = Float64Array.from(params.data)
  grads.data.forEach((g, at) => {
    const i = at % p.length
    ${step}
  })
  return { shape: params.shape, data: Float32Array.from(p) }
}
`
const RIGHT = solution('p[i] -= lr * (g + weightDecay * p[i]!)')
const UPHILL = solution('p[i] += lr * (g + weightDecay * p[i]!)')

let home = ''

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'anneal-graph-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
})

const run = (...args: readonly string[]) => runAnneal(home, home, 'C', args)
const json = (...args: readonly string[]) => JSON.parse(run(...args, '--json').stdout)
const answerAll = (rating: string) => CARDS.map((card): string => json('review', 'answer', card, rating).due)
const shown = (card: string) => json('browse', `id:${card}`).cards[0]
const recalledCards = () =>
  (json('review').queue as readonly { readonly card: string; readonly kind: string }[])
    .filter(({ kind }) => kind === 'recalled')
    .map(({ card }) => card)

function submit(source: string) {
  const { path } = json('exercise', ID, '--lang', 'ts')
  writeFileSync(path, source)
  return json('submit', ID)
}

const reason = () => json('exercise', ID, '--lang', 'ts').reason.kind

test('from an empty file: cards that become stable unlock the exercise that needs them', () => {
  expect(reason()).toBe('new')
  run('review', 'answer', CARDS[0], 'easy')
  expect(reason()).toBe('new')
  run('review', 'answer', CARDS[1], 'easy')
  expect(CARDS.map((card) => shown(card).stability > 7)).toEqual([true, true])
  expect(reason()).toBe('unlocked')
  expect(json().exercise).toBe(ID)
})

test('from an empty file: a failed attempt with a diagnosis brings its cards back until they are answered', () => {
  answerAll('easy')
  expect(recalledCards()).toEqual([])
  const { verdict, diagnosis } = submit(UPHILL)
  expect([verdict, diagnosis.id]).toEqual(['wrong-answer', 'ascent'])
  expect(diagnosis.cards.length).toBeGreaterThan(0)
  expect(recalledCards()).toEqual(diagnosis.cards)
  for (const card of diagnosis.cards) run('review', 'answer', card, 'good')
  expect(recalledCards()).toEqual([])
})

test('an exercise that is accepted at once lets its cards come a day later, without a review', () => {
  const before = answerAll('easy')
  expect(submit(RIGHT).verdict).toBe('accepted')
  const after = CARDS.map((card) => shown(card))
  expect(after.map(({ due }, at) => (Date.parse(due) - Date.parse(before[at] ?? '')) / 86_400_000)).toEqual([
    1, 1,
  ])
  expect(after.map(({ reviews, stability }) => [reviews, stability])).toEqual([
    [1, 8.2956],
    [1, 8.2956],
  ])
  expect(run('doctor').status).toBe(0)
})

test('one that was first wrong says nothing of its cards', () => {
  const before = answerAll('easy')
  expect(submit(UPHILL).verdict).toBe('wrong-answer')
  expect(submit(RIGHT).verdict).toBe('accepted')
  expect(CARDS.map((card) => shown(card).due)).toEqual(before)
})
