import { type Instant, MINUTE_MS } from '../../core/day.ts'
import { isTaskOpen, type TimedTask, timeLeft } from '../../core/interview-record.ts'
import { count, type Text } from '../../core/locale.ts'
import type { Rating } from '../../core/rating.ts'
import { clock } from './clock.ts'
import { VERDICT_NAMES } from './verdict-names.ts'

/** Beside an exercise under the clock. */
export function clockText(task: TimedTask, at: Instant): Text {
  const leftMs = timeLeft(task, at)
  return leftMs > 0
    ? { en: `${clock(leftMs)} left`, zh: `还剩 ${clock(leftMs)}` }
    : { en: 'time is up', zh: '时间到' }
}

/** What the exercise of an interview has come to. */
export function taskText(task: TimedTask, title: Text, at: Instant): Text {
  const limit = clock(task.minutes * MINUTE_MS)
  if (task.end) {
    const name = VERDICT_NAMES[task.end.outcome]
    const took = clock(task.end.at - task.begunAt)
    return {
      en: `${title.en}: ${name.en} after ${took} of ${limit}`,
      zh: `${title.zh}：${name.zh}，用时 ${took} / ${limit}`,
    }
  }
  if (isTaskOpen(task, at)) {
    const left = clock(timeLeft(task, at))
    return {
      en: `${title.en}: ${left} of ${limit} left, nothing submitted yet`,
      zh: `${title.zh}：限时 ${limit}，还剩 ${left}，尚未提交`,
    }
  }
  return { en: `${title.en}: nothing submitted in ${limit}`, zh: `${title.zh}：${limit} 内没有提交` }
}

interface Questions {
  readonly questions: number
  readonly answers: readonly { readonly rating: Rating }[]
}

/** How the questions went. */
export function questionsText({ questions, answers }: Questions): Text {
  const recalled = answers.filter(({ rating }) => rating !== 'again').length
  const went = {
    en: `${recalled} of ${count(answers.length, 'question')} recalled`,
    zh: `${answers.length} 题中想起 ${recalled} 题`,
  }
  const open = questions - answers.length
  return open === 0 ? went : { en: `${went.en}, ${open} not asked`, zh: `${went.zh}，还有 ${open} 题没问` }
}
