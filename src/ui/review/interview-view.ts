import type { Deps } from '../../app/deps.ts'
import { type KeptInterview, reread } from '../../app/keep-interview.ts'
import { cardsLeft, type Review } from '../../app/review.ts'
import type { Exercise } from '../../core/exercise.ts'
import { faceOf } from '../../core/face.ts'
import { type InterviewRole, roleOf, summarizeInterview, type TopicResult } from '../../core/interview.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import { sum } from '../../core/sum.ts'
import type { Around } from '../frame/around.ts'
import { apart, BLANK, hang, type Line, line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import { paragraph } from '../text/paragraph.ts'
import { clock } from '../words/clock.ts'
import { questionsText, taskText } from '../words/task-text.ts'
import type { ReviewState } from './review-state.ts'

/** What the interviewer is after, and both clocks: this question's and the interview's. */
export function interviewAside({ current, startedAt, answers }: Review, { say, now }: Around): string {
  if (current.kind === 'finished') {
    return clock(sum(answers.map(({ durationMs }) => durationMs)))
  }
  return `${say(ROLES[roleOf(current.card)])} · ${clock(now.at - current.askedAt)} / ${clock(now.at - startedAt)}`
}

const ROLES: { readonly [R in InterviewRole]: Text } = {
  definition: { en: 'definition', zh: '定义' },
  why: { en: 'why', zh: '为什么' },
  'trade-off': { en: 'trade-off', zh: '权衡' },
  'follow-up': { en: 'follow-up', zh: '追问' },
}

export const INTERVIEW: Text = { en: 'Interview', zh: '模拟面试' }

/** The summary, and what comes then. */
export function interviewEnd(state: ReviewState, around: Around): readonly Line[] {
  const { kept } = state
  const offer = kept?.exercise && kept.record.task === undefined ? [offerText(kept.exercise)] : []
  return apart([summaryLines(state, kept, around), ...offer.map((text) => paragraph(around, text))])
}

/** The summary, for the terminal when the program has ended; from another screen its exercise may have gone on. */
export function leftInterview(state: ReviewState, around: Around, deps: Deps): readonly Line[] {
  const kept = state.kept && reread(deps, state.kept)
  return [line(around.say(INTERVIEW), 'title'), BLANK, ...summaryLines(state, kept, around)]
}

/** By topic, the weakest first, with what to revise, and what the exercise came to. */
function summaryLines(
  { review, titles }: ReviewState,
  kept: KeptInterview | undefined,
  around: Around,
): readonly Line[] {
  const { say, locale } = around
  const results = summarizeInterview(review.answers)
  const questions = review.answers.length + cardsLeft(review)
  return [
    ...paragraph(around, headText(questions, review.answers), 'strong'),
    ...results.flatMap((result) => [
      BLANK,
      topicLine(result, say(titles.get(result.deck) ?? verbatim(result.deck)), around),
      ...result.revise.flatMap((card) => reviseLines(faceOf(card, locale, card.id).prompt, around)),
    ]),
    ...taskLines(kept, around),
  ]
}

function headText(questions: number, answers: Review['answers']): Text {
  const went = questionsText({ questions, answers })
  const isAllGood = answers.every(({ rating }) => rating === 'good' || rating === 'easy')
  return isAllGood
    ? { en: `${went.en}.`, zh: `${went.zh}。` }
    : { en: `${went.en}. To revise:`, zh: `${went.zh}。需要复习：` }
}

function taskLines(kept: KeptInterview | undefined, around: Around): readonly Line[] {
  const task = kept?.record.task
  if (task === undefined) return []
  const title = kept?.exercise?.title ?? verbatim(task.exercise)
  return [BLANK, ...paragraph(around, taskText(task, title, around.now.at), 'heading')]
}

function offerText({ title, minutes }: Exercise): Text {
  return {
    en: `Then: \`x\` for the exercise ${title.en}, with ${minutes} min on the clock.`,
    zh: `接下来：按 \`x\` 做练习“${title.zh}”，限时 ${minutes} 分钟。`,
  }
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

function meanText(time: string): Text {
  return { en: `${time} a question`, zh: `平均每题 ${time}` }
}
