import type { Ahead } from '../../app/look-ahead.ts'
import { AHEAD_DAYS } from '../../app/open-session.ts'
import { cardsLeft } from '../../app/review.ts'
import type { Answer } from '../../core/interview.ts'
import { count, type Text } from '../../core/locale.ts'
import { sum } from '../../core/sum.ts'
import { reasonText } from '../exercise/reason-text.ts'
import type { Around } from '../frame/around.ts'
import { apart, type Line } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { clock } from '../words/clock.ts'
import { NOTHING_TO_REVIEW } from '../words/due-words.ts'
import { formatMinutes, formatPercent } from '../words/format-interval.ts'
import { limitText, MORE_BY_KEY, moreByCommand } from '../words/limit-text.ts'
import { aside } from '../words/punctuation.ts'
import type { ReviewState } from './review-state.ts'

/** How it went, what comes when, and what to do next. */
export function endLines({ review, ahead }: ReviewState, around: Around): readonly Line[] {
  const { answers, current } = review
  const laterAt = current.kind === 'finished' ? current.laterAt : undefined
  const onward = [
    ...(laterAt === undefined ? [] : [nextText(formatMinutes(laterAt - around.now.at))]),
    ...(ahead === undefined ? [] : aheadTexts(ahead)),
  ]
  const first = answers.length > 0 ? doneText(answers) : NOTHING_TO_REVIEW
  return apart([paragraph(around, first, 'strong'), ...onward.map((text) => paragraph(around, text))])
}

/** The same without keys, for the terminal when the program has ended. */
export function leftLines({ review, ahead }: ReviewState, around: Around): readonly Line[] {
  const { answers, current } = review
  const first = current.kind === 'finished' ? doneText(answers) : stoppedText(answers, cardsLeft(review))
  const onward = ahead === undefined ? [] : laterTexts(ahead)
  return [...paragraph(around, first, 'strong'), ...onward.flatMap((text) => paragraph(around, text))]
}

function doneText(answers: readonly Answer[]): Text {
  const went = wentText(answers)
  return { en: `Done: ${went.en}.`, zh: `复习完成：${went.zh}。` }
}

function stoppedText(answers: readonly Answer[], left: number): Text {
  const went = wentText(answers)
  return { en: `Stopped: ${went.en}; ${left} left.`, zh: `复习中断：${went.zh}，还剩 ${left} 张。` }
}

function wentText(answers: readonly Answer[]): Text {
  const recalled = answers.filter(({ rating }) => rating !== 'again').length
  const share = formatPercent(recalled / answers.length)
  const time = clock(sum(answers.map(({ durationMs }) => durationMs)))
  return {
    en: `${count(answers.length, 'answer')}. ${share} recalled, in ${time} min`,
    zh: `共 ${answers.length} 次作答，想起 ${share}，用时 ${time}`,
  }
}

function nextText(interval: Text): Text {
  return { en: `The next card is due in ${interval.en}.`, zh: `下一张卡片 ${interval.zh}后到期。` }
}

function aheadTexts({ newCards, tomorrow, early, exercise }: Ahead): readonly Text[] {
  return [
    limitText(newCards, MORE_BY_KEY),
    tomorrowText(tomorrow),
    ...(early > 0 ? [earlyText(early)] : []),
    ...(exercise ? [exerciseText(exercise.exercise.title, reasonText(exercise))] : []),
  ]
}

function laterTexts({ newCards, tomorrow, exercise }: Ahead): readonly Text[] {
  return [
    limitText(newCards, moreByCommand(newCards)),
    tomorrowText(tomorrow),
    ...(exercise ? [exerciseByCommand(exercise.exercise.title)] : []),
  ]
}

function tomorrowText(cards: number): Text {
  return { en: `Tomorrow: ${count(cards, 'card')}.`, zh: `明天：${cards} 张卡片。` }
}

function earlyText(cards: number): Text {
  return {
    en: `\`a\` asks ${count(cards, 'card')} of the next ${AHEAD_DAYS} days now; nothing of it is recorded, and each comes back on its day.`,
    zh: `按 \`a\` 提前过一遍今后 ${AHEAD_DAYS} 天的 ${cards} 张卡片；不作记录，到期日不变。`,
  }
}

function exerciseText(title: Text, reason: Text): Text {
  const why = aside(reason)
  return {
    en: `Next: \`x\` for the exercise ${title.en}${why.en}.`,
    zh: `接下来：按 \`x\` 做练习“${title.zh}”${why.zh}。`,
  }
}

function exerciseByCommand(title: Text): Text {
  return {
    en: `Next: \`anneal exercise\` for the exercise ${title.en}.`,
    zh: `接下来：用 \`anneal exercise\` 做练习“${title.zh}”。`,
  }
}
