import { dateOf, dayOfDate, type StudyDay, studyDayOf } from '../../core/day.ts'
import type { Text } from '../../core/locale.ts'
import { PLAN, planSetting } from '../../core/plan/plan-setting.ts'
import { Problem } from '../../core/problem.ts'
import { type Deps, settingsIn } from '../deps.ts'
import { decksCalled, openDecks } from '../named-decks.ts'
import { type KeptPlan, keptPlan, LONGEST_PLAN_DAYS } from './kept-plan.ts'

/** What a learner says of a plan; the rest stays as it was. */
export interface PlanChange {
  readonly interview: StudyDay | undefined
  readonly minutes: number | undefined
  /** Decks or groups; none: all that are not excluded. */
  readonly topics: readonly string[] | undefined
}

/** Durable when it returns. @throws Problem when nothing can be planned so; the old plan stays then */
export function changePlan(deps: Deps, change: PlanChange): KeptPlan {
  const { store, now } = deps
  const plan = planned(deps, change)
  demandCards(deps, plan.topics)
  store.configure('interview', dateOf(plan.interview), now())
  store.configure(PLAN, planSetting(plan), now())
  return plan
}

export const PLAN_ENDED: Text = {
  en: 'The plan has ended: cards come as before. The date of the interview stays.',
  zh: '计划已结束：卡片恢复原来的调度，面试日期保留。',
}

/** Cards come again as they did before; the date of the interview stays. False: there was none. */
export function endPlan(deps: Deps): boolean {
  if (keptPlan(deps) === undefined) return false
  deps.store.configure(PLAN, planSetting(undefined), deps.now())
  return true
}

function planned(deps: Deps, change: PlanChange): KeptPlan {
  const before = keptPlan(deps)
  const today = studyDayOf(deps.now())
  const interview = change.interview ?? dayOfDate(settingsIn(deps).interview)
  const minutes = change.minutes ?? before?.minutes ?? (settingsIn(deps)['minutes-per-day'] || undefined)
  if (interview === undefined || interview < today) throw noDate()
  if (interview === today) throw noDayLeft()
  if (interview - today > LONGEST_PLAN_DAYS) throw tooFar(interview)
  if (minutes === undefined) throw noMinutes()
  return { interview, minutes, topics: change.topics ?? before?.topics ?? [] }
}

function demandCards(deps: Deps, topics: readonly string[]): void {
  const decks = decksCalled(deps, topics)
  if (decks.length === 0) throw noCards()
  if (openDecks(deps, decks, topics).length === 0) throw allExcluded()
}

function noDate(): Problem {
  return new Problem(
    { en: 'A plan needs a date that is still to come.', zh: '制定计划需要一个尚未到来的面试日期。' },
    {
      remedy: {
        en: 'Write anneal plan --interview 2027-01-15 --minutes 30.',
        zh: '请运行 anneal plan --interview 2027-01-15 --minutes 30。',
      },
    },
  )
}

function noDayLeft(): Problem {
  return new Problem(
    { en: 'The interview is today: no day is left to plan.', zh: '面试就在今天，没有可供计划的日子了。' },
    {
      remedy: {
        en: 'Go over cards with anneal review --cram, which records nothing.',
        zh: '可用 anneal review --cram 过一遍卡片，不作记录。',
      },
    },
  )
}

function tooFar(interview: StudyDay): Problem {
  return new Problem(
    {
      en: `${dateOf(interview)} is more than ${LONGEST_PLAN_DAYS} days away.`,
      zh: `${dateOf(interview)} 距今超过 ${LONGEST_PLAN_DAYS} 天。`,
    },
    {
      remedy: {
        en: 'Until a year before it the usual scheduling does as well: make the plan then.',
        zh: '离面试还有一年以上时，照常复习即可，届时再制定计划。',
      },
    },
  )
}

function noMinutes(): Problem {
  return new Problem(
    { en: 'A plan needs the minutes that you have a day.', zh: '制定计划需要知道你每天有多少分钟。' },
    { remedy: { en: 'Add --minutes 30.', zh: '请加上 --minutes 30。' } },
  )
}

function noCards(): Problem {
  return new Problem(
    { en: 'There are no cards to plan with.', zh: '没有可供计划的卡片。' },
    {
      remedy: {
        en: 'Put decks into your own folder; `anneal doctor` names it.',
        zh: '请把卡组放进你自己的文件夹，位置见 `anneal doctor`。',
      },
    },
  )
}

function allExcluded(): Problem {
  return new Problem(
    { en: 'All of these topics are excluded.', zh: '这些主题都被排除了。' },
    {
      remedy: {
        en: 'Take some in again with `anneal topics include NAME`, or name decks by --topics.',
        zh: '用 `anneal topics include NAME` 重新纳入，或用 --topics 指明卡组。',
      },
    },
  )
}
