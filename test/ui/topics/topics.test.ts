import { describe, expect, test } from 'vitest'
import { chooseTopic, weighTopic } from '../../../src/app/change-topic.ts'
import { listTopics } from '../../../src/app/list-topics.ts'
import { todayQueue, WHOLE_QUEUE } from '../../../src/app/today-queue.ts'
import { openTestDeps } from '../../app/open-test-deps.ts'
import { expectToFill } from '../any-window.ts'
import { drive } from '../drive-screens.ts'

const deck = (name: string, group: string, cards = 3) =>
  `---\ntitle: The ${name}\ntitle.zh: 那个 ${name}\ngroup: ${group}\nweight: 2\n---\n${Array.from(
    { length: cards },
    (_, at) => `## ${name}/card-${at}\nQ: ${name} ${at}?\nA: Yes.\n`,
  ).join('\n')}`
const DECKS = {
  adam: deck('adam', 'optimisers'),
  iou: deck('iou', 'detection'),
  nms: deck('nms', 'detection'),
}

describe('the topics', () => {
  test('are listed by group, and the marked one is excluded, included, put first and weighed', () => {
    const deps = openTestDeps(DECKS)
    const session = drive(deps, { kind: 'home' })
    session.press('d')
    expect(session.text()).toMatch(/Detection\n › iou .*0\/3 {13}2/)
    session.press('l')
    expect(session.text()).toMatch(/目标检测 {2}detection\n › iou/)
    session.press('l', 'down', 'space')
    expect(session.text()).toMatch(/› nms .*excluded/)
    session.press('down', 'c', '+', '+')
    expect(session.text()).toMatch(/› adam .*0\/3 {13}4 {2}first/)
    expect(listTopics(deps).map(({ choice, weight }) => [choice, weight])).toEqual([
      ['usual', 2],
      ['excluded', 2],
      ['chosen', 4],
    ])
    expect(todayQueue(deps, WHOLE_QUEUE, deps.now()).fresh).toEqual([
      'adam/card-0',
      'adam/card-1',
      'adam/card-2',
      'iou/card-0',
      'iou/card-1',
      'iou/card-2',
    ])
    session.press('up', 'space', 'down', 'c', '-')
    expect(listTopics(deps).map(({ choice, weight }) => [choice, weight])).toEqual([
      ['usual', 2],
      ['usual', 2],
      ['usual', 3],
    ])
  })

  test('weigh from 1 to 9, whatever is pressed', () => {
    const deps = openTestDeps(DECKS)
    const session = drive(deps, { kind: 'topics' })
    const weight = () => listTopics(deps)[0]?.weight
    session.press(...'++++++++++')
    expect(weight()).toBe(9)
    session.press(...'-----------')
    expect(weight()).toBe(1)
  })

  test('lead to a review of the marked one, and back', () => {
    const session = drive(openTestDeps(DECKS), { kind: 'topics' })
    session.press('down', 'enter')
    expect(session.text()).toContain('nms 0?')
    session.press('q')
    expect(session.kind()).toBe('topics')
  })

  test('fill any window', () => {
    expectToFill(openTestDeps(DECKS), { kind: 'topics' }, [[], ['down', 'space'], ['c'], ['?']])
    expectToFill(openTestDeps({}), { kind: 'topics' }, [[], ['down', 'space', '+', 'enter']])
  })

  test('count what was seen and what is due', () => {
    const deps = openTestDeps(DECKS)
    const session = drive(deps, {
      kind: 'review',
      options: { ...WHOLE_QUEUE, limit: undefined, mode: 'scheduled' },
    })
    session.press('space', '3')
    expect(listTopics(deps).map(({ seen, due, total }) => [seen, due, total])).toEqual([
      [0, 0, 3],
      [0, 0, 3],
      [1, 1, 3],
    ])
  })

  test('of a group are decided together, and a name that is none is told what it is near to', () => {
    const deps = openTestDeps(DECKS)
    expect(chooseTopic(deps, ['detection'], 'excluded').map(({ name }) => name)).toEqual(['iou', 'nms'])
    expect(weighTopic(deps, 'adam', '7')).toHaveLength(1)
    expect(() => weighTopic(deps, 'adam', '0')).toThrow('A weight cannot be "0".')
    expect(() => chooseTopic(deps, ['adm'], 'usual')).toThrow('There is no deck "adm" (did you mean adam?).')
    expect(chooseTopic(deps, ['nms', 'optimisers'], 'chosen').map(({ name }) => name)).toEqual([
      'adam',
      'nms',
    ])
    expect(() => chooseTopic(deps, ['nms', 'optimizers'], 'usual')).toThrow('(did you mean optimisers?)')
    expect(listTopics(deps).map(({ choice }) => choice)).toEqual(['excluded', 'chosen', 'chosen'])
    const long = openTestDeps({ ['a'.repeat(101)]: deck('a', 'b') })
    expect(() => chooseTopic(long, ['b'], 'excluded')).toThrow('is too long')
  })
})
