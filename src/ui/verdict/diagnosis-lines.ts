import type { Card } from '../../core/card.ts'
import { count, type Text } from '../../core/locale.ts'
import type { BudgetLesson, Diagnosis } from '../../core/verdict.ts'
import type { Around } from '../frame/around.ts'
import { cropLine, indent, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { promptRuns } from '../text/prompt-line.ts'

/** What the mistake is, and the cards that teach the point. @param isAttempt then they come back today */
export function diagnosisLines(
  { message }: Diagnosis,
  cards: readonly Card[],
  isAttempt: boolean,
  around: Around,
): readonly Line[] {
  const { say, width } = around
  return [
    line(say({ en: 'Diagnosis', zh: '诊断' }), 'heading'),
    ...indent(markdownLines(say(message), width - 2), 2),
    ...taughtLines(cards, isAttempt, around),
  ]
}

/** Why it is too slow or holds too much, and what would be better. */
export function lessonLines(
  { of, cause, better }: BudgetLesson,
  cards: readonly Card[],
  isAttempt: boolean,
  around: Around,
): readonly Line[] {
  const { say, width } = around
  const part = (heading: Text, text: Text) => [
    line(say(heading), 'heading'),
    ...indent(markdownLines(say(text), width - 2), 2),
  ]
  return [
    ...(cause === undefined ? [] : part(LESSONS[of].cause, cause)),
    ...part(LESSONS[of].better, better),
    ...taughtLines(cards, isAttempt, around),
  ]
}

const LESSONS: {
  readonly [O in BudgetLesson['of']]: { readonly cause: Text; readonly better: Text }
} = {
  time: {
    cause: { en: 'Why it is slow', zh: '为什么慢' },
    better: { en: 'What would be fast', zh: '怎样才快' },
  },
  memory: {
    cause: { en: 'What holds so much', zh: '内存用在哪里' },
    better: { en: 'What would be lean', zh: '怎样更省内存' },
  },
}

function taughtLines(cards: readonly Card[], isAttempt: boolean, around: Around): readonly Line[] {
  const heading = isAttempt ? comesBack(cards.length) : teaches(cards.length)
  return [...(cards.length === 0 ? [] : [line(around.say(heading), 'hint')]), ...cardLines(cards, around)]
}

/** Cards by their prompts. */
export function cardLines(cards: readonly Card[], { locale, width }: Around): readonly Line[] {
  return cards.flatMap((card) => [
    [run('  ↩ ', 'chosen'), ...cropLine(promptRuns(card, locale), width - 4)],
    line(`    ${card.id}`, 'hint'),
  ])
}

function comesBack(cards: number): Text {
  return { en: `${count(cards, 'card')} back in today's queue:`, zh: `${cards} 张卡片回到今天的队列：` }
}

function teaches(cards: number): Text {
  return { en: `${count(cards, 'card')} about it:`, zh: `相关卡片 ${cards} 张：` }
}
