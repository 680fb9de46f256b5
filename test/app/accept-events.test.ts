import { ulid } from 'ulid'
import { describe, expect, test } from 'vitest'
import { acceptEvents } from '../../src/app/accept-events.ts'
import { dayOfDate } from '../../src/core/day.ts'
import { INITIAL_PARAMETERS } from '../../src/core/parameters-by-scope.ts'
import { NOON, openTestDeps } from './open-test-deps.ts'

const REVIEW = {
  id: ulid(NOON),
  device: 'a5c2f1de-0f0e-4c55-9d0c-2f4e2f3b7a10',
  kind: 'review',
  version: 1,
  at: NOON,
  offsetMin: 60,
  subject: 'adam/a',
  body: { rating: 'good', durationMs: 900 },
}
const ATTEMPT = {
  ...REVIEW,
  kind: 'attempt',
  subject: 'adam',
  body: {
    language: 'py',
    outcome: { kind: 'judged', verdict: 'accepted', tier: 'gold' },
    recalls: [],
    source: '',
  },
}
const DUE = { ...REVIEW, kind: 'due', body: { day: dayOfDate('9999-12-31') } }
const IN_INTERVIEW = { ...REVIEW, version: 2, body: { ...REVIEW.body, interview: true } }
const INTERVIEW = {
  ...REVIEW,
  kind: 'interview',
  subject: '2026-11-24T11:40:00.000Z',
  body: { questions: 12, answers: [{ card: 'adam/a', ...REVIEW.body }] },
}
const TASK = {
  exercise: 'adam',
  minutes: 25,
  begunAt: NOON,
  end: { outcome: 'given-up', at: NOON + 60_000 },
}
const { cards } = INITIAL_PARAMETERS
const PARAMETERS = { ...REVIEW, kind: 'parameters', subject: 'cards', body: { parameters: cards } }
const cyclic: { self?: unknown } = {}
cyclic.self = cyclic

describe('the door of the log', () => {
  test.each([
    ['a review', REVIEW],
    ['an attempt', ATTEMPT],
    [
      'a solution that was asked for',
      { ...ATTEMPT, body: { ...ATTEMPT.body, outcome: { kind: 'given-up' } } },
    ],
    ['parameters', PARAMETERS],
    ['the last day', DUE],
    ['a kind of tomorrow', { ...REVIEW, kind: 'note', subject: '', body: {} }],
    ['the largest source', { ...ATTEMPT, body: { ...ATTEMPT.body, source: '\u0001'.repeat(256 * 1024) } }],
    ['a review of an interview', IN_INTERVIEW],
    ['an interview', INTERVIEW],
    ['an interview with an exercise', { ...INTERVIEW, body: { ...INTERVIEW.body, task: TASK } }],
    ['a form of tomorrow', { ...REVIEW, version: 3, body: { rating: 5 } }],
  ])('is open for %s', (_, event) => {
    const deps = openTestDeps({})
    expect(acceptEvents(deps, [event])).toEqual({ added: 1, known: 0, refused: 0, refusals: [] })
    expect(acceptEvents(deps, [event])).toEqual({ added: 0, known: 1, refused: 0, refusals: [] })
    expect([...deps.store.entries()]).toEqual([event])
  })

  test.each<readonly [string, unknown, string]>([
    ['nothing', undefined, ''],
    ['a text', '{"id":1}', ''],
    ['no id', { ...REVIEW, id: undefined }, 'id'],
    ['a lower-case id', { ...REVIEW, id: REVIEW.id.toLowerCase() }, 'id'],
    ['an id that would be the last for ever', { ...REVIEW, id: '7ZZZZZZZZZZZZZZZZZZZZZZZZZ' }, 'id'],
    ['no device', { ...REVIEW, device: '' }, 'device'],
    ['a kind that is no word', { ...REVIEW, kind: 'drop table' }, 'kind'],
    ['no version', { ...REVIEW, version: 0 }, 'version'],
    ['half a millisecond', { ...REVIEW, at: 0.5 }, 'at'],
    ['no time', { ...REVIEW, at: Number.NaN }, 'at'],
    ['a zone beyond the earth', { ...REVIEW, offsetMin: 5000 }, 'offsetMin'],
    ['more than an event has', { ...REVIEW, before: {} }, 'before'],
    [
      'a body with more than its kind has',
      { ...REVIEW, body: { ...REVIEW.body, before: {} } },
      'body.before',
    ],
    ['a body that is a list', { ...REVIEW, kind: 'note', body: [] }, 'body'],
    ['a body without an end', { ...REVIEW, kind: 'note', body: cyclic }, 'body'],
    ['a body that is no JSON', { ...REVIEW, kind: 'note', body: { when: new Date(0) } }, 'body'],
    ['a body without measure', { ...REVIEW, kind: 'note', body: { text: 'x'.repeat(2_000_001) } }, 'body'],
    ['a day of which no date can be told', { ...DUE, body: { day: 250_000_000_000 } }, 'body.day'],
    ['an unknown rating', { ...REVIEW, body: { rating: 'fine', durationMs: 1 } }, 'body.rating'],
    [
      'an answer that took for ever',
      { ...REVIEW, body: { rating: 'good', durationMs: 1e300 } },
      'body.durationMs',
    ],
    ['a mark that its version does not have', { ...IN_INTERVIEW, version: 1 }, 'body.interview'],
    ['a version without its mark', { ...REVIEW, version: 2 }, 'body.interview'],
    ['an interview that began never', { ...INTERVIEW, subject: '2026-11-24' }, 'subject'],
    ['an interview that is spelt otherwise', { ...INTERVIEW, subject: '2026-11-24T11:40:00Z' }, 'subject'],
    [
      'an exercise of no time',
      { ...INTERVIEW, body: { ...INTERVIEW.body, task: { ...TASK, minutes: 0 } } },
      'body.task.minutes',
    ],
    ['a card that cannot be', { ...REVIEW, subject: 'Adam' }, 'subject'],
    ['an exercise that cannot be', { ...ATTEMPT, subject: '../adam' }, 'subject'],
    [
      'an unknown verdict',
      { ...ATTEMPT, body: { ...ATTEMPT.body, outcome: { kind: 'judged', verdict: 'nice', tier: 'gold' } } },
      'body.outcome.verdict',
    ],
    [
      'weights of another model',
      { ...PARAMETERS, body: { parameters: { ...cards, weights: [1, 2] } } },
      'body.parameters',
    ],
    [
      'a recall that nobody reaches',
      { ...PARAMETERS, body: { parameters: { ...cards, desiredRetention: 1 } } },
      'body.parameters.desiredRetention',
    ],
    [
      'a step of no time',
      { ...PARAMETERS, body: { parameters: { ...cards, steps: { learning: [0], relearning: [] } } } },
      'body.parameters.steps.learning.0',
    ],
  ])('is shut for %s, and the next one is let in', (_, event, field) => {
    const deps = openTestDeps({})
    const good = { ...REVIEW, id: ulid(NOON) }
    const { added, refused, refusals } = acceptEvents(deps, [event, good])
    expect({ added, refused }).toEqual({ added: 1, refused: 1 })
    expect(refusals[0]?.why.en).toBe(
      field === '' ? 'It is not an event.' : `Its ${field} is not as it should be.`,
    )
    expect(refusals[0]?.id).toBe(field === '' || field === 'id' ? undefined : REVIEW.id)
    expect([...deps.store.entries()]).toEqual([good])
  })

  test('names a field that should not be there in words that a terminal can show', () => {
    const hostile = `\x1b[2J${'long'.repeat(1000)}`
    const event = { ...REVIEW, body: { ...REVIEW.body, [hostile]: 1 } }
    const { refusals } = acceptEvents(openTestDeps({}), [event])
    expect(refusals[0]?.why.en).toMatch(/^Its body\.(long)+.{0,3} is not as it should be\.$/)
    expect(refusals[0]?.why.en.length).toBeLessThan(200)
  })

  test('keeps the first of two contents of one id, and tells of the other', () => {
    const deps = openTestDeps({})
    const other = { ...REVIEW, body: { ...REVIEW.body, rating: 'again' } }
    acceptEvents(deps, [REVIEW])
    expect(acceptEvents(deps, [other, REVIEW, other])).toEqual({
      added: 0,
      known: 1,
      refused: 2,
      refusals: Array(2).fill({
        id: REVIEW.id,
        why: {
          en: 'An event of the same id and another content is here already.',
          zh: '已有同一 id 而内容不同的事件。',
        },
      }),
    })
    expect([...deps.store.entries()]).toEqual([REVIEW])
  })

  test('counts all that it refuses and tells of the first', () => {
    const { refused, refusals } = acceptEvents(openTestDeps({}), Array(500).fill('no event'))
    expect({ refused, told: refusals.length }).toEqual({ refused: 500, told: 20 })
  })

  test('lets in nothing when what is sent breaks off', () => {
    const deps = openTestDeps({})
    function* broken() {
      yield REVIEW
      throw new Error('the line is cut')
    }
    expect(() => acceptEvents(deps, broken())).toThrow('the line is cut')
    expect(deps.store.countEvents()).toBe(0)
    expect(deps.store.cards().size).toBe(0)
  })
})
