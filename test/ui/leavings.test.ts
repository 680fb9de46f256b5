import { expect, test } from 'vitest'
import { changeSetting } from '../../src/app/change-setting.ts'
import type { ReviewMode } from '../../src/app/open-session.ts'
import type { Destination } from '../../src/ui/frame/destination.ts'
import { openTestDeps } from '../app/open-test-deps.ts'
import { many } from './decks.ts'
import { drive } from './drive-screens.ts'

const review = (mode: ReviewMode): Destination => ({
  kind: 'review',
  options: { decks: [], newCards: undefined, limit: undefined, mode },
})

test('a session leaves how it went and what comes, without keys', () => {
  const deps = openTestDeps(many(12))
  const session = drive(deps, review('scheduled'))
  for (let at = 0; at < 10; at++) session.press('space', '4')
  expect(session.left()).toEqual([
    'Done: 10 answers. 100% recalled, in 0:00 min.',
    '10 of 10 new today; 2 unseen; `anneal review --new 20` for ten more.',
    'Tomorrow: 2 cards.',
  ])
  changeSetting(deps, 'locale', 'zh')
  session.press('l', 'l')
  expect(session.left()[0]).toBe('复习完成：共 10 次作答，想起 100%，用时 0:00。')
})

test('a session that is left leaves what was done, and one without an answer nothing', () => {
  const home = drive(openTestDeps(many(3)), { kind: 'home' })
  home.press('r', 'q')
  expect(home.left()).toEqual([])
  home.press('r', 'space', '1', 'space', '3', 'q')
  expect(home.left()).toEqual(['Stopped: 2 answers. 50% recalled, in 0:00 min; 3 left.'])
})

test('each session leaves its own, in their order, and ten more are of the same', () => {
  const deps = openTestDeps(many(30))
  const home = drive(deps, { kind: 'home' })
  home.press('r', 'space', '4', 'q')
  deps.clock.at += 60_000
  home.press('r')
  for (let at = 0; at < 9; at++) home.press('space', '4')
  home.press('m', 'space', '4', 'q')
  expect(home.left()).toEqual([
    'Stopped: 1 answer. 100% recalled, in 0:00 min; 9 left.',
    '',
    'Stopped: 10 answers. 100% recalled, in 0:00 min; 9 left.',
  ])
})

test('an interview leaves what to revise', () => {
  const interview = drive(openTestDeps(many(4)), review('interview'))
  interview.press('space', '1', 'q')
  expect(interview.left().join('\n')).toMatch(
    /^Interview\n\n0 of 1 question recalled\. To revise:\n\nmany +0\/1 .*\n +↩ Question \d\?/,
  )
})
