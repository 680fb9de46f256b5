import { expect, test, vi } from 'vitest'
import { changePlan } from '../../../src/app/plan/change-plan.ts'
import { summarizeToday } from '../../../src/app/summarize-today.ts'
import { switchLocale } from '../../../src/app/switch-locale.ts'
import { studyDayOf } from '../../../src/core/day.ts'
import { aroundIn } from '../../../src/ui/frame/around.ts'
import { todayLines } from '../../../src/ui/home/home-view.ts'
import { daysLater, openTestDeps, type TestDeps } from '../../app/open-test-deps.ts'
import { drive } from '../drive-screens.ts'

const deck = (name: string) =>
  Array.from({ length: 40 }, (_, at) => `## ${name}/card-${at}\nQ: What is ${at}?\nA: That.\n`).join('\n')

function openPlanned(minutes: number): TestDeps {
  const deps = openTestDeps({ adam: deck('adam'), nms: deck('nms') })
  changePlan(deps, { interview: studyDayOf(deps.now()) + 20, minutes, topics: [] })
  return deps
}

/** A plan takes as long as the machine is busy. */
const soon = (check: () => void) => vi.waitFor(check, 120_000)

test('home shows at once, and the day behind it once it is planned', async () => {
  const screens = drive(openPlanned(5), { kind: 'home' })
  expect(screens.text()).toContain('The day is being planned.')
  screens.press('r')
  expect(screens.kind()).toBe('home')
  screens.start()
  await soon(() => expect(screens.text()).toContain('15 cards to review (15 new)'))
  expect(screens.text()).toMatch(/\d+%–\d+% would be recalled at the interview on 2026-12-14, in 20\s+days/)
  expect(screens.text()).toMatch(/which wants 15 new, 0 reviews and 0\s+exercises of today/)
})

test('home needs no planning twice a day, and none without a plan', () => {
  const deps = openPlanned(5)
  const first = drive(deps, { kind: 'plan' })
  first.start()
  return soon(() => {
    expect(first.text()).toContain('Cards recalled then')
    expect(drive(deps, { kind: 'home' }).text()).toContain('15 cards to review')
    expect(drive(openTestDeps({ adam: deck('adam') }), { kind: 'home' }).text()).toContain('10 cards')
  })
})

test('a first plan is made by its date, and then moved to another', async () => {
  const deps = openTestDeps({ adam: deck('adam'), nms: deck('nms') })
  const screens = drive(deps, { kind: 'plan' }, { size: { columns: 80, rows: 60 } })
  screens.start()
  await soon(() => expect(screens.text()).toContain('There is no plan.'))
  screens.press('d', ...'soon', 'enter')
  expect(screens.text()).toMatch(
    /Interview, as a date or in days from today: soon\n[\s\S]*"soon" is no day to come/,
  )
  screens.press('ctrl-u', ...'20', 'enter')
  await soon(() =>
    expect(screens.text()).toMatch(/Interview on 2026-12-14, in 20 days, with 30 minutes a day/),
  )
  screens.press('-', '-')
  await soon(() => expect(screens.text()).toContain('with 20 minutes a day'))
  screens.press('d', ...'2026-12-04', 'enter')
  await soon(() => expect(screens.text()).toMatch(/2026-12-04, in 10 days, with 20 minutes a day/))
  screens.press('d', ...'5', 'escape')
  expect(screens.text()).toContain('in 10 days')
})

test('a narrow window shows all of a day and of a topic', async () => {
  const deps = openPlanned(30)
  const screens = drive(deps, { kind: 'plan' }, { size: { columns: 40, rows: 60 } })
  screens.start()
  await soon(() => expect(screens.text()).toMatch(/\n11-24 +\d+ +\d+ +\d+/))
  expect(screens.text()).toMatch(/\n12-01 to 12-07 +\d+ +\d+ +\d+\n/)
  expect(screens.text()).toMatch(/\nadam +40 +\d+% +\d+%–\d+%\n/)
  expect(screens.text()).not.toContain('…')
})

test('the plan opens from home, says what does not fit and what would help, and takes other minutes', async () => {
  const deps = openPlanned(1)
  const screens = drive(deps, { kind: 'home' }, { size: { columns: 80, rows: 60 } })
  screens.start()
  await soon(() => expect(screens.text()).toContain('p plan'))
  screens.press('p')
  expect(screens.text()).toContain('The plan is being made.')
  await soon(() => expect(screens.text()).toContain('All new cards are begun if you drop'))
  expect(screens.text()).toContain('with 1 minute a day')
  expect(screens.text()).toMatch(/\d+ new cards are not reached: /)
  expect(screens.text()).toMatch(/2026-11-24 +3 +0 +1/)
  screens.press('+')
  await soon(() => expect(screens.text()).toContain('with 6 minutes a day'))
  await soon(() => expect(screens.text()).not.toContain('not reached'))
  screens.press('-')
  await soon(() => expect(screens.text()).toContain('with 1 minute a day'))
  screens.press('q')
  expect(screens.kind()).toBe('home')
})

test('the plan is told in Chinese', async () => {
  const deps = openPlanned(1)
  switchLocale(deps)
  const screens = drive(deps, { kind: 'plan' }, { size: { columns: 80, rows: 60 } })
  screens.start()
  await soon(() => expect(screens.text()).toContain('或每天增加 1 分钟'))
  expect(screens.text()).toContain('2026-12-14 面试，还有 20 天，每天 1 分钟')
  expect(screens.text()).toContain('届时能想起的卡片')
})

test('without a plan the screen says how one is made', async () => {
  const screens = drive(openTestDeps({ adam: deck('adam') }), { kind: 'plan' })
  screens.start()
  await soon(() => expect(screens.text()).toContain('There is no plan.'))
})

test('a plan ends only after a yes, which a plan that is over asks too', async () => {
  const deps = openPlanned(5)
  const screens = drive(deps, { kind: 'plan' }, { size: { columns: 80, rows: 60 } })
  screens.start()
  await soon(() => expect(screens.text()).toContain('x end the plan'))
  screens.press('x')
  expect(screens.text()).toContain('End the plan? ')
  screens.press('n')
  expect(screens.text()).toContain('with 5 minutes a day')
  screens.press('x', 'y')
  expect(screens.text()).toContain('The plan has ended: cards come as before.')
  expect(screens.text()).toContain('There is no plan.')
  expect(screens.text()).not.toContain('end the plan')
  changePlan(deps, { interview: studyDayOf(deps.now()) + 2, minutes: 5, topics: [] })
  daysLater(deps, 3)
  const later = drive(deps, { kind: 'plan' })
  later.start()
  await soon(() => expect(later.text()).toMatch(/The plan led up to 2026-11-26.*`?x`? forgets\s+it/s))
  later.press('x', 'y')
  expect(later.text()).toContain('There is no plan.')
})

test('on the day of the interview home says that it is today', () => {
  const deps = openPlanned(5)
  daysLater(deps, 20)
  expect(drive(deps, { kind: 'home' }).text()).toContain('would be recalled at the interview, which is today')
})

test.each([
  {
    exercises: 1,
    en: 'None today: the plan gives the day to an exercise.',
    zh: '今天没有卡片：计划把时间留给了练习。',
  },
  { exercises: 0, en: 'Nothing is due.', zh: '今天没有到期的卡片。' },
])('home says whether a day without cards is one of $exercises exercises', ({ exercises, en, zh }) => {
  const deps = openTestDeps({})
  const plan = { newCards: 0, reviews: 0, exercises, recall: undefined }
  const texts = (['en', 'zh'] as const).map((locale) => {
    const around = aroundIn({ columns: 80, rows: 24 }, locale, deps.now())
    return todayLines({ ...summarizeToday(deps), plan }, around)[0]
      ?.map(({ text }) => text)
      .join('')
  })
  expect(texts).toEqual([expect.stringContaining(en), expect.stringContaining(zh)])
})
