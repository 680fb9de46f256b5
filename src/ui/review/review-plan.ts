import { setTimeout } from 'node:timers/promises'
import { placeToEdit } from '../../app/edit-card.ts'
import type { Fault } from '../../core/fault.ts'
import type { Text } from '../../core/locale.ts'
import type { Machine } from '../frame/machine.ts'
import type { ScreenPlan } from '../frame/screen-plan.ts'
import { noticeFrom } from '../messages/notices.ts'
import type { Stage } from '../stage.ts'
import { reviewKeys } from './review-keys.ts'
import {
  type ReviewEvent,
  type ReviewState,
  refreshReview,
  stepReview,
  typeInReview,
} from './review-state.ts'
import { drawReview } from './review-view.ts'

export const REVIEW: ScreenPlan<ReviewState, ReviewEvent | { readonly kind: 'edit' }> = {
  keys: reviewKeys,
  draw: drawReview,
  start: keepTime,
  hear: (event, machine, stage) =>
    event.kind === 'edit' ? editCard(machine, stage) : step(event, machine, stage),
  type: (text, machine) => machine.set(typeInReview(machine.get(), text)),
}

/** An interview shows a clock; ends with the interview or when the learner leaves it. */
async function keepTime(machine: Machine<ReviewState>, stage: Stage): Promise<void> {
  const { review } = machine.get()
  if (review.mode !== 'interview') return
  const isShown = () => stage.machine.get().shown.machine === machine
  while (isShown() && machine.get().review.current.kind !== 'finished') {
    await setTimeout(SECOND_MS, undefined, { ref: false })
    machine.set({ ...machine.get() })
  }
}

const SECOND_MS = 1000

function step(event: ReviewEvent, machine: Machine<ReviewState>, stage: Stage): void {
  const { state, notice } = stepReview(stage.deps(), machine.get(), event)
  machine.set(state)
  if (notice) stage.say(notice)
}

async function editCard(machine: Machine<ReviewState>, stage: Stage): Promise<void> {
  const { current } = machine.get().review
  if (current.kind === 'finished') return
  const place = placeToEdit(stage.deps(), current.card)
  await stage.edit(place)
  await stage.readContent()
  machine.set(refreshReview(stage.deps(), machine.get()))
  const fault = stage.deps().content.faults.find(({ path }) => path === place.path)
  stage.say(fault ? { tone: 'bad', text: faultText(fault) } : noticeFrom('good', 'cardRead'))
}

function faultText({ line, message }: Fault): Text {
  return { en: `Line ${line}: ${message.en}`, zh: `第 ${line} 行：${message.zh}` }
}
