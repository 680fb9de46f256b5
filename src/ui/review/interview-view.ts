import type { Review } from '../../app/review.ts'
import { faceOf } from '../../core/face.ts'
import { type InterviewRole, roleOf, summarizeInterview, type TopicResult } from '../../core/interview.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import { BLANK, hang, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { clock } from '../words/clock.ts'
import type { ReviewState } from './review-state.ts'

/** What the interviewer is after, and both clocks: this question's and the interview's. */
export function interviewAside({ current, startedAt, answers }: Review, { say, now }: Around): string {
  if (current.kind === 'finished') {
    return clock(answers.reduce((sum, { durationMs }) => sum + durationMs, 0))
  }
  return `${say(ROLES[roleOf(current.card)])} · ${clock(now.at - current.askedAt)} / ${clock(now.at - startedAt)}`
}

const ROLES: { readonly [R in InterviewRole]: Text } = {
  definition: { en: 'definition', zh: '定义' },
  why: { en: 'why', zh: '为什么' },
  'trade-off': { en: 'trade-off', zh: '权衡' },
  'follow-up': { en: 'follow-up', zh: '追问' },
}

/** By topic, the weakest first, with what to revise. */
export function interviewSummary({ review, titles }: ReviewState, around: Around): readonly Line[] {
  const { say, locale } = around
  const results = summarizeInterview(review.answers)
  const recalled = results.reduce((sum, result) => sum + result.recalled, 0)
  return [
    line(say(resultText(recalled, review.answers.length)), 'strong'),
    ...results.flatMap((result) => [
      BLANK,
      topicLine(result, say(titles.get(result.deck) ?? verbatim(result.deck)), around),
      ...result.revise.flatMap((card) => reviseLines(faceOf(card, locale, card.id).prompt, around)),
    ]),
  ]
}

function topicLine({ asked, recalled, meanMs }: TopicResult, title: string, { say }: Around): Line {
  const tone = recalled === asked ? 'good' : 'bad'
  return [
    run(title, 'heading'),
    run(`  ${recalled}/${asked}`, tone),
    run(`  ${say(meanText(clock(meanMs)))}`, 'hint'),
  ]
}

function reviseLines(prompt: string, { width }: Around): readonly Line[] {
  return hang([run('  ↩ ')], markdownLines(prompt, width - 4))
}

function resultText(recalled: number, asked: number): Text {
  return {
    en: `${recalled} of ${count(asked, 'question')} recalled. To revise:`,
    zh: `${asked} 题中想起 ${recalled} 题。需要复习：`,
  }
}

function meanText(time: string): Text {
  return { en: `${time} a question`, zh: `平均每题 ${time}` }
}
