import type { Review } from '../../app/review.ts'
import { faceOf } from '../../core/face.ts'
import { roleOf, summarizeInterview, type TopicResult } from '../../core/interview.ts'
import type { Around } from '../frame/screen-plan.ts'
import { BLANK, hang, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import type { ReviewState } from './review-state.ts'

/** What the interviewer is after, and both clocks: this question's and the interview's. */
export function interviewAside({ current, startedAt, answers }: Review, { messages, now }: Around): string {
  if (current.kind === 'finished') {
    return clock(answers.reduce((sum, { durationMs }) => sum + durationMs, 0))
  }
  const { roles } = messages.interview
  return `${roles[roleOf(current.card)]} · ${clock(now.at - current.askedAt)} / ${clock(now.at - startedAt)}`
}

/** By topic, the weakest first, with what to revise. */
export function interviewSummary({ review, titles }: ReviewState, around: Around): readonly Line[] {
  const { messages, locale } = around
  const results = summarizeInterview(review.answers)
  const recalled = results.reduce((sum, result) => sum + result.recalled, 0)
  return [
    line(messages.interview.result(recalled, review.answers.length), 'strong'),
    ...results.flatMap((result) => [
      BLANK,
      topicLine(result, titles.get(result.deck)?.[locale] ?? result.deck, around),
      ...result.revise.flatMap((card) => reviseLines(faceOf(card, locale, card.id).prompt, around)),
    ]),
  ]
}

function topicLine({ asked, recalled, meanMs }: TopicResult, title: string, { messages }: Around): Line {
  const tone = recalled === asked ? 'good' : 'bad'
  return [
    run(title, 'heading'),
    run(`  ${recalled}/${asked}`, tone),
    run(`  ${messages.interview.mean(clock(meanMs))}`, 'hint'),
  ]
}

function reviseLines(prompt: string, { width }: Around): readonly Line[] {
  return hang([run('  ↩ ')], markdownLines(prompt, width - 4))
}

/** `3:07`. */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
