import { barY, ruleY } from '@observablehq/plot'
import { dateOf } from '../../../core/day.ts'
import { count, type Say, sayIn, type Text } from '../../../core/locale.ts'
import { STUCK } from '../../../core/statistics/stuck.ts'
import { sum } from '../../../core/sum.ts'
import type { TeachersVisit } from '../../../hub/page/pages.ts'
import {
  type CourseView,
  idleDays,
  type Member,
  QUIET_DAYS,
  type TopicStanding,
} from '../../../hub/progress/course-view.ts'
import type { Roster } from '../../../hub/progress/read-members.ts'
import type { Figure } from '../figure.ts'
import { percent, sharesChart } from '../shares-chart.ts'
import { memberLink, topicLink } from './course-links.ts'
import { mistakesOfCourse } from './mistakes-figure.ts'
import { teachersPage } from './teachers-page.ts'

/** How a course stands: what it struggles with, and who needs somebody. */
export function coursePage(visit: TeachersVisit, roster: Roster, view: CourseView): string {
  const say = sayIn(visit.locale)
  return teachersPage(visit, {
    title: visit.course,
    lead: leadTexts(roster, view),
    figures: [
      topicsFigure(view.topics, say),
      mistakesOfCourse(view.mistakes, visit, say),
      stuckFigure(view, visit, say),
      quietFigure(view),
      learnersFigure(roster.members, say),
    ],
  })
}

function leadTexts({ members, silent, behind }: Roster, { active }: CourseView): readonly Text[] {
  const sharing: Text = {
    en: `${count(members.length, 'learner')} shown, ${active} of them active in the last 7 days.`,
    zh: `共显示 ${members.length} 名学员，其中 ${active} 名在最近 7 天内有学习记录。`,
  }
  const others: Text = {
    en: `${silent} more ${silent === 1 ? 'learner does' : 'learners do'} not share: nothing of theirs is shown or counted.`,
    zh: `另有 ${silent} 名学员未同意共享，其数据既不显示也不计入。`,
  }
  const waiting: Text = {
    en: `Of ${count(behind, 'learner')} the newest is still being gone through: load the page again in a minute.`,
    zh: `有 ${behind} 名学员的最新记录仍在处理，请一分钟后刷新页面。`,
  }
  return [sharing, ...(silent > 0 ? [others] : []), ...(behind > 0 ? [waiting] : [])]
}

const TOPICS: Text = { en: 'Topics, the hardest for this course first', zh: '各主题（本课程最难的在前）' }

function topicsFigure(topics: readonly TopicStanding[], say: Say): Figure {
  if (topics.length === 0) return { title: TOPICS }
  const shown = topics.map(({ deck, grasp }) => ({ title: say(deck.title), share: grasp }))
  return {
    title: TOPICS,
    note: {
      en: 'Of what its learners began of a topic: half of it the recall foretold today for the cards they saw, half the share of the exercises they tried that they solved.',
      zh: '仅就学员已开始的内容：一半为已学卡片今天的预测想起概率，一半为所尝试练习的通过比例。',
    },
    chart: sharesChart(shown),
    isTableOpen: true,
    table: {
      head: [
        { en: 'topic', zh: '主题' },
        { en: 'learners', zh: '人数' },
        { en: 'recall', zh: '想起' },
        { en: 'lapses a card', zh: '每卡遗忘次数' },
        { en: 'exercises solved', zh: '练习通过' },
        { en: 'has', zh: '掌握' },
      ],
      rows: topics.map(({ deck, key, learners, recall, lapsesPerCard, tried, solved, grasp }) => [
        topicLink(key, say(deck.title)),
        String(learners),
        recall === undefined ? '—' : percent(recall),
        lapsesPerCard?.toFixed(2) ?? '—',
        tried === 0 ? '—' : `${solved}/${tried}`,
        percent(grasp),
      ]),
    },
  }
}

const NOBODY: Text = { en: 'Nobody.', zh: '没有。' }

const STUCK_TITLE: Text = { en: 'Stuck at an exercise', zh: '卡在某个练习' }

function stuckFigure({ stuck }: CourseView, { words }: TeachersVisit, say: Say): Figure {
  if (stuck.length === 0) return { title: STUCK_TITLE, note: STUCK_RULE, nothing: NOBODY }
  return {
    title: STUCK_TITLE,
    note: STUCK_RULE,
    table: {
      head: [
        { en: 'learner', zh: '学员' },
        { en: 'exercise', zh: '练习' },
        { en: 'not accepted in a row', zh: '连续未通过' },
        { en: 'last on', zh: '最近一次' },
      ],
      rows: stuck.map(({ member, exercise, failures, lastDay }) => [
        memberLink(member),
        say(words.exercise(exercise)),
        String(failures),
        dateOf(lastDay),
      ]),
    },
  }
}

const STUCK_RULE: Text = {
  en: `Who submitted an exercise ${STUCK.failures} times in a row or more without acceptance, the last time within ${STUCK.days} days, and did not ask for the solution since.`,
  zh: `同一练习连续 ${STUCK.failures} 次及以上提交未通过，最近一次在 ${STUCK.days} 天内，且此后未查看题解。`,
}

const QUIET_TITLE: Text = { en: 'Away', zh: '近期未学习' }

function quietFigure({ quiet }: CourseView): Figure {
  const note: Text = {
    en: `Without a review or a submission for ${QUIET_DAYS} days or more.`,
    zh: `已有 ${QUIET_DAYS} 天或更久没有复习和提交。`,
  }
  if (quiet.length === 0) return { title: QUIET_TITLE, note, nothing: NOBODY }
  return {
    title: QUIET_TITLE,
    note,
    table: {
      head: [
        { en: 'learner', zh: '学员' },
        { en: 'days', zh: '天数' },
        { en: 'last on', zh: '最近一次' },
      ],
      rows: quiet.map((member) => [memberLink(member), idleText(member), lastActiveText(member)]),
    },
  }
}

function idleText({ standing }: Member): string {
  const days = idleDays(standing)
  return Number.isFinite(days) ? String(days) : '—'
}

function lastActiveText({ standing }: Member): string {
  return standing.lastActive === undefined ? '—' : dateOf(standing.lastActive)
}

const LEARNERS: Text = { en: 'Learners and their readiness', zh: '学员及准备度' }

/** In tenths, the last with its end: of a thousand learners single bars would say nothing. */
function learnersFigure(members: readonly Member[], say: Say): Figure {
  if (members.length === 0) return { title: LEARNERS }
  const tenths = Array.from({ length: 10 }, (_, tenth) => ({
    from: tenth * 10,
    learners: members.filter(({ standing }) => tenthOf(standing.readiness.recall) === tenth).length,
  }))
  return {
    title: LEARNERS,
    note: {
      en: 'Readiness is the recall foretold over all cards of the course, on the day of the interview where one is set, else today. The bars count learners by tenths of it.',
      zh: '准备度是课程全部卡片的预测想起概率：设了面试日期时按当天算，否则按今天算。柱形为各区间的人数。',
    },
    chart: {
      height: 180,
      x: { label: null, tickSize: 0, tickFormat: tenthName },
      y: { label: say({ en: 'learners', zh: '人数' }), grid: true, nice: true, tickFormat: wholeOnly },
      marks: [
        barY(tenths, {
          x: 'from',
          y: 'learners',
          fill: 'var(--mark)',
          title: ({ from, learners }: (typeof tenths)[number]) => `${tenthName(from)}: ${learners}`,
        }),
        ruleY([0]),
      ],
    },
    isTableOpen: true,
    table: {
      head: [
        { en: 'learner', zh: '学员' },
        { en: 'readiness', zh: '准备度' },
        { en: 'on', zh: '日期' },
        { en: 'reviews, 30 days', zh: '30 天复习数' },
        { en: 'exercises solved', zh: '练习通过' },
        { en: 'last active', zh: '最近学习' },
      ],
      rows: members.map((member) => [
        memberLink(member),
        percent(member.standing.readiness.recall),
        dateOf(member.standing.readiness.day),
        String(sum(member.standing.activity.map(({ reviews }) => reviews))),
        solvedText(member),
        lastActiveText(member),
      ]),
    },
  }
}

/** There is no half a learner. */
function wholeOnly(tick: number): string {
  return Number.isInteger(tick) ? String(tick) : ''
}

/** @param from in percent */
function tenthName(from: number): string {
  return `${from}–${from + 10}%`
}

function tenthOf(share: number): number {
  return Math.min(9, Math.floor(share * 10))
}

function solvedText({ standing: { exercises } }: Member): string {
  const solved = exercises.filter(({ accepted }) => accepted > 0).length
  return exercises.length === 0 ? '—' : `${solved}/${exercises.length}`
}
