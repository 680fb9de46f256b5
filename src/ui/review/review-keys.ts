import type { KeptInterview } from '../../app/keep-interview.ts'
import { optionLetter } from '../../core/face.ts'
import { isTaskDone } from '../../core/interview-record.ts'
import type { Text } from '../../core/locale.ts'
import { RATINGS, type Rating } from '../../core/rating.ts'
import { EDITING_KEYS } from '../frame/field-keys.ts'
import { type Binding, COMMON_KEYS, type CommonEvent, go, LEAVE } from '../frame/key-table.ts'
import { typedText } from '../frame/typed-line.ts'
import { NOTE_KEYS, UNFLAG } from './flag-note.ts'
import { isInField, type ReviewState } from './review-state.ts'
import type { ReviewEvent } from './step-review.ts'
import { TEN_MORE } from './ten-more.ts'
import { UNDO } from './undo-key.ts'

type ReviewBinding = Binding<ReviewEvent | CommonEvent>

const FLAG: ReviewBinding = { keys: ['f'], help: { en: 'flag', zh: '旗标' }, event: { kind: 'note' } }

/** On the card in sight, before and after its answer. */
const CARD_KEYS: readonly ReviewBinding[] = [
  UNDO,
  { keys: ['e'], help: { en: 'edit', zh: '编辑' }, event: { kind: 'edit' } },
  { keys: ['s'], help: { en: 'suspend', zh: '暂停' }, event: { kind: 'suspend' } },
  { keys: ['b'], help: { en: 'bury', zh: '搁置' }, event: { kind: 'bury' } },
  FLAG,
  ...COMMON_KEYS,
]

const ASKING: readonly ReviewBinding[] = [
  { keys: ['space', 'enter'], help: { en: 'show the answer', zh: '显示答案' }, event: { kind: 'reveal' } },
  ...CARD_KEYS,
]

const RATING_HELP: { readonly [R in Rating]: Text } = {
  again: { en: 'again: not recalled', zh: '重来：没想起来' },
  hard: { en: 'hard: recalled with effort', zh: '困难：费力才想起' },
  good: { en: 'good: recalled', zh: '良好：想起来了' },
  easy: { en: 'easy: recalled at once', zh: '简单：立刻想起' },
}

/** The ratings stand above the footer, with their intervals. */
const REVEALED: readonly ReviewBinding[] = [
  {
    keys: ['enter', 'space'],
    help: { en: 'take the marked rating', zh: '采用标出的评分' },
    event: { kind: 'accept' },
  },
  ...RATINGS.map(
    (rating, at): ReviewBinding => ({
      keys: [`${at + 1}`],
      help: RATING_HELP[rating],
      event: { kind: 'rate', rating },
      onlyInHelp: true,
    }),
  ),
  ...CARD_KEYS,
]

/** While a number or an order is being typed, every character is text. */
const IN_FIELD: readonly ReviewBinding[] = [
  {
    keys: ['escape'],
    help: { en: 'other keys: undo, edit, suspend, help …', zh: '其他按键：撤销、编辑、暂停、帮助……' },
    event: { kind: 'leave-field' },
  },
  ...EDITING_KEYS,
]

const MARK: ReviewBinding = { keys: ['enter'], help: { en: 'mark it', zh: '判分' }, event: { kind: 'mark' } }
const GIVE_IN: ReviewBinding = {
  keys: ['enter'],
  help: { en: 'show the answer', zh: '显示答案' },
  event: { kind: 'reveal' },
}

/** Beside the field, until the learner goes back into it. */
const BESIDE_FIELD: readonly ReviewBinding[] = [
  {
    keys: ['enter', 'space', 'escape'],
    help: { en: 'back to your answer', zh: '回到作答' },
    event: { kind: 'enter-field' },
  },
  ...CARD_KEYS,
]

const FINISHED: readonly ReviewBinding[] = [
  { ...LEAVE, keys: ['enter', 'space'] },
  UNDO,
  { keys: ['r'], help: { en: 'look again', zh: '再看看' }, event: { kind: 'go-on' } },
  ...COMMON_KEYS,
]

/** What to do next. */
function onwardKeys({ ahead, kept }: ReviewState): readonly ReviewBinding[] {
  if (kept) return taskKeys(kept)
  const more = ahead !== undefined && ahead.newCards.unseen > 0 ? [TEN_MORE] : []
  const early = ahead !== undefined && ahead.early > 0 ? [STUDY_AHEAD] : []
  return [...more, ...early, ...(ahead?.exercise ? [EXERCISE] : [])]
}

const STUDY_AHEAD: ReviewBinding = {
  keys: ['a'],
  help: { en: 'study ahead', zh: '提前复习' },
  event: { kind: 'ahead' },
}

/** The interview's exercise, until it is over. */
function taskKeys({ record, exercise }: KeptInterview): readonly ReviewBinding[] {
  if (exercise === undefined || (record.task && isTaskDone(record.task))) return []
  const options = { id: exercise.id, language: undefined }
  return [{ ...EXERCISE, event: go({ kind: 'exercise', options, interview: record.begun }) }]
}

const EXERCISE: ReviewBinding = {
  keys: ['x'],
  help: { en: 'exercise', zh: '练习' },
  event: go({ kind: 'exercise', options: { id: undefined, language: undefined } }),
}

export function reviewKeys(state: ReviewState): readonly ReviewBinding[] {
  const { mode, answers, current } = state.review
  const isUnderWay = mode === 'interview' && current.kind !== 'finished' && answers.length > 0
  return keysIn(state).map((binding) => {
    if (binding === LEAVE && isUnderWay) return END
    return binding === FLAG && state.flag !== undefined ? UNFLAG : binding
  })
}

/** An interview that was begun ends with its summary, wherever it is left. */
const END: ReviewBinding = {
  ...LEAVE,
  help: { en: 'end the interview', zh: '结束面试' },
  event: { kind: 'end' },
}

function keysIn(state: ReviewState): readonly ReviewBinding[] {
  const { current } = state.review
  if (current.kind === 'finished') return [...onwardKeys(state), ...FINISHED]
  if (state.note !== undefined) return NOTE_KEYS
  if (current.kind === 'revealed') return REVEALED
  if (isInField(state)) return [typedText(state.typed).trim() === '' ? GIVE_IN : MARK, ...IN_FIELD]
  if (state.hasLeftField) return BESIDE_FIELD
  return current.card.kind === 'choice' ? withOptions(current.card.options.length) : ASKING
}

/** The options' letters come first: a command with the same letter waits until the answer is shown. */
function withOptions(count: number): readonly ReviewBinding[] {
  const options = Array.from(
    { length: count },
    (_, option): ReviewBinding => ({
      keys: [optionLetter(option)],
      help: { en: 'choose this option', zh: '选这一项' },
      event: { kind: 'option', option },
      onlyInHelp: true,
    }),
  )
  const taken = new Set<string>(options.flatMap(({ keys }) => keys))
  return [...options, ...ASKING.filter(({ keys }) => !taken.has(keys[0]))]
}
