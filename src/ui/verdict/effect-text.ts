import type { Attempt } from '../../app/submit-solution.ts'
import { type Moment, studyDayOf } from '../../core/day.ts'
import type { Effect, NoEffect } from '../../core/exercise-state.ts'
import { count, type Text } from '../../core/locale.ts'
import { formatDue } from '../words/format-interval.ts'
import { aside, enumerate, join } from '../words/punctuation.ts'
import { RATING_NAMES } from '../words/rating-names.ts'

/** What an attempt did to the schedule, and why. */
export function effectText({ effect, memory }: Pick<Attempt, 'effect' | 'memory'>, now: Moment): Text {
  switch (effect.kind) {
    case 'none':
      return effect.why === 'library-answer' ? libraryAnswer(effect.name) : NO_EFFECT[effect.why]
    case 'failure':
      return { en: 'a failed attempt of this round; try again', zh: '记为本轮一次失败，改好再提交' }
    case 'rating': {
      const rated = join(ratedText(RATING_NAMES[effect.rating]), aside(whyRated(effect)))
      if (memory === undefined) return rated
      return enumerate([rated, comesAgain(formatDue(memory, { at: now.at, day: studyDayOf(now) }))])
    }
  }
}

const NO_EFFECT: { readonly [W in Exclude<NoEffect['why'], 'library-answer'>]: Text } = {
  ahead: {
    en: 'nothing changed: the exercise is not due yet, and practice ahead does not move it',
    zh: '没有变化：练习还没到期，提前练习不改变安排',
  },
  'says-nothing': {
    en: 'nothing changed: this verdict does not tell what you know',
    zh: '没有变化：这个结果说明不了你是否掌握',
  },
  'accepted-before': {
    en: 'practice, nothing changed: this is the file that was accepted before. The exercise is due: `anneal exercise` gives an empty one and keeps this',
    zh: '算作练习，没有变化：这就是以前通过的那份文件。练习已到期：`anneal exercise` 会给出空模板，并保留这份文件',
  },
  'earlier-file': {
    en: 'practice, nothing changed: this file was begun in an earlier round. The exercise is due: `anneal exercise` gives an empty one and keeps this',
    zh: '算作练习，没有变化：这份文件是以前那一轮写的。练习已到期：`anneal exercise` 会给出空模板，并保留这份文件',
  },
}

function libraryAnswer(name: string): Text {
  return {
    en: `practice, nothing changed: ${name} is itself the answer. To have the exercise rated, write what it does`,
    zh: `算作练习，没有变化：${name} 本身就是答案。想要评分，请自己写出它所做的事`,
  }
}

function whyRated({ rating, failures, hints }: Extract<Effect, { readonly kind: 'rating' }>): Text {
  switch (rating) {
    case 'again':
      return { en: 'the solution was shown', zh: '看了参考答案' }
    case 'hard':
      return afterHelp(failures, hints)
    case 'good':
      return { en: 'at the first attempt, without a hint', zh: '一次通过，没看提示' }
    case 'easy':
      return { en: 'gold at the first attempt, without a hint', zh: '一次达到金牌，没看提示' }
  }
}

function afterHelp(failures: number, hints: number): Text {
  const failed = { en: count(failures, 'failed attempt'), zh: `失败 ${failures} 次` }
  const helped = { en: count(hints, 'hint'), zh: `看了 ${hints} 条提示` }
  const parts = [...(failures > 0 ? [failed] : []), ...(hints > 0 ? [helped] : [])]
  return { en: `after ${parts.map(({ en }) => en).join(' and ')}`, zh: enumerate(parts).zh }
}

function ratedText(rating: Text): Text {
  return { en: `rated ${rating.en}`, zh: `评为“${rating.zh}”` }
}

function comesAgain(interval: Text): Text {
  return { en: `the exercise comes back in ${interval.en}`, zh: `${interval.zh}后再练` }
}
