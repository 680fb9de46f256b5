import type { ShownCard } from '../../app/browse-cards.ts'
import type { HistoryEntry } from '../../app/card-history.ts'
import type { CardSights } from '../../app/card-sights.ts'
import { drawRecall, type Refreshed } from '../../core/browse/recall-curve.ts'
import { isShownOn } from '../../core/card-state.ts'
import { dateOf, type Moment, studyDayOf } from '../../core/day.ts'
import { faceOf } from '../../core/face.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import { isAhead, type SeenMemory } from '../../core/memory.ts'
import { drawingLines } from '../drawings/drawing-lines.ts'
import type { Around } from '../frame/around.ts'
import type { Page } from '../frame/page.ts'
import { revealedCard } from '../review/card-view.ts'
import { FLAG_NAME } from '../review/flag-note.ts'
import { BLANK, hang, type Line, line, padText, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { wrap } from '../text/wrap.ts'
import { changeName } from '../words/change-name.ts'
import { formatDays, formatDue, formatMinutes, formatPercent } from '../words/format-interval.ts'
import { SUSPENDED } from '../words/marks-text.ts'
import { COLON, enumerate, join } from '../words/punctuation.ts'

export function cardPage(shown: ShownCard, sights: CardSights, around: Around): Page {
  const { card, deck } = shown
  return {
    title: [run(around.say(deck.title), 'title'), run(`  ${card.id}`, 'hint')],
    aside: [],
    body: cardPageLines(shown, sights, around),
    bodyKey: `card ${card.id}`,
    pinned: [],
  }
}

/** The card with its answer, where it stands, what is known of its memory and how that came about. */
export function cardPageLines(shown: ShownCard, sights: CardSights, around: Around): readonly Line[] {
  const face = faceOf(shown.card, around.locale, 'listed')
  return [
    ...revealedCard(face, { kind: 'none' }, { ...around, ...sights }).lines,
    BLANK,
    ...factLines(shown, around),
    ...curveLines(shown, around),
    ...historyLines(shown.history, around),
  ]
}

function factLines({ card, deck, state, flag, recall }: ShownCard, around: Around): readonly Line[] {
  const { now } = around
  const { memory } = state
  const day = studyDayOf(now)
  const flags = [
    ...(state.suspended ? [SUSPENDED] : []),
    ...(isShownOn(state, day) || state.suspended
      ? []
      : [{ en: 'buried until tomorrow', zh: '已搁置到明天' }]),
    ...(state.leech ? [{ en: 'leech', zh: '顽固' }] : []),
  ]
  const rows: readonly (readonly [Text, Text])[] = [
    [{ en: 'File', zh: '文件' }, verbatim(`${deck.path}:${card.line}`)],
    ...(flags.length === 0 ? [] : [[{ en: 'State', zh: '状态' }, enumerate(flags)] as const]),
    ...(flag === undefined ? [] : [[FLAG_NAME, verbatim(flag)] as const]),
    ...(memory.kind === 'new'
      ? []
      : ([
          [{ en: 'Due', zh: '到期' }, dueText(memory, now)],
          [{ en: 'Recall', zh: '想起概率' }, verbatim(formatPercent(recall))],
          [{ en: 'Stability', zh: '稳定性' }, formatDays(memory.stability)],
          [{ en: 'Difficulty', zh: '难度' }, difficultyText(memory.difficulty)],
          [{ en: 'Reviews', zh: '复习' }, reviewsText(memory.reps, memory.lapses)],
        ] as const)),
  ]
  return rows.flatMap(([label, text]) => paragraph(around, join(label, COLON, text), 'hint'))
}

function dueText(memory: SeenMemory, now: Moment): Text {
  const day = studyDayOf(now)
  if (memory.kind === 'review' && !isAhead(memory, day)) return verbatim(dateOf(memory.dueDay))
  if (memory.kind !== 'review' && memory.due <= now.at) return { en: 'now', zh: '现在' }
  return formatDue(memory, { at: now.at, day })
}

function difficultyText(difficulty: number): Text {
  const number = difficulty.toFixed(1)
  return { en: `${number} of 10`, zh: `${number}（满分 10）` }
}

function reviewsText(reps: number, lapses: number): Text {
  return { en: `${reps}, forgotten ${count(lapses, 'time')}`, zh: `${reps} 次，忘记 ${lapses} 次` }
}

function curveLines({ history, retrievability }: ShownCard, { say, width, now }: Around): readonly Line[] {
  const since = history.findLastIndex(({ change }) => change.kind === 'forget') + 1
  const reviews = history
    .slice(since)
    .flatMap(({ day, memory, change }): readonly Refreshed[] =>
      change.kind === 'review' && memory.kind !== 'new' ? [{ day, memory }] : [],
    )
  const [first, ...rest] = reviews
  if (first === undefined) return []
  return [BLANK, ...drawingLines(drawRecall([first, ...rest], studyDayOf(now), retrievability), say, width)]
}

/** Where the names of changes leave no room for what came of them. */
const NARROW = 56

function historyLines(history: readonly HistoryEntry[], around: Around): readonly Line[] {
  const { say } = around
  if (history.length === 0) return [BLANK, line(say({ en: 'Never reviewed.', zh: '还没有复习过。' }), 'hint')]
  const head = line(say({ en: 'History', zh: '历史' }), 'heading')
  return [BLANK, head, ...history.toReversed().flatMap((entry) => entryLines(entry, around))]
}

/** In columns, as far as there is room for them. */
function entryLines({ day, change, recall, memory }: HistoryEntry, { say, width }: Around): readonly Line[] {
  const interval =
    memory.kind === 'new'
      ? ''
      : say(
          memory.kind === 'review'
            ? formatDays(memory.intervalDays)
            : formatMinutes(memory.due - memory.lastReview),
        )
  const isReview = change.kind === 'review'
  const nameWidth = width < NARROW ? 10 : 22
  return hang(
    [run(`${dateOf(day)}  `)],
    wrap(
      [
        run(padText(say(changeName(change)), nameWidth)),
        run(padText(isReview && recall !== undefined ? formatPercent(recall) : '', 6), 'hint'),
        run(isReview ? `→ ${interval}` : '', 'hint'),
      ],
      width - 12,
    ),
  )
}
