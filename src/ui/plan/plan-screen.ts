import { setImmediate } from 'node:timers/promises'
import { type Deps, settingsIn } from '../../app/deps.ts'
import { changePlan, endPlan, PLAN_ENDED } from '../../app/plan/change-plan.ts'
import { keptPlan } from '../../app/plan/kept-plan.ts'
import { adviceOn, type PlanReport, reportPlan } from '../../app/plan/report-plan.ts'
import { dayIn, studyDayOf } from '../../core/day.ts'
import { PLAN_MINUTES } from '../../core/plan/plan-setting.ts'
import type { Shortfall } from '../../core/plan/shortfall.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { EDITING_KEYS, NEVER_MIND } from '../frame/field-keys.ts'
import { type Binding, COMMON_KEYS, type CommonEvent } from '../frame/key-table.ts'
import type { SideEffect, Step } from '../frame/screen.ts'
import { EMPTY_LINE, editLine, type TypedLine, type TypingEvent, typedText } from '../frame/typed-line.ts'
import { drawPlan } from './plan-view.ts'

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly plan: unknown
  }
}

export interface PlanState {
  /** Undefined while it is made. */
  readonly report: PlanReport | undefined
  readonly advice: Shortfall | undefined
  /** Whether one stands, also while it is made anew: each of several keys counts. */
  readonly isOn: boolean
  /** The date of the interview while it is being typed. */
  readonly field: TypedLine | undefined
  /** Whether the learner is being asked if they mean to end it. */
  readonly isEnding: boolean
}

type PlanEvent =
  | { readonly kind: 'look' | 'ask-advice' | 'date' | 'enter' | 'give-up' | 'end' | 'ended' }
  | { readonly kind: 'minutes'; readonly by: number }
  | TypingEvent

const UNMADE: PlanState = {
  report: undefined,
  advice: undefined,
  isOn: false,
  field: undefined,
  isEnding: false,
}

/** It shows at once, then the plan, and then what would help where something does not fit. */
export const PLAN_SCREEN = defineScreen<unknown, PlanState, PlanEvent>({
  open: () => UNMADE,
  keys: keysOf,
  draw: drawPlan,
  begin: () => after({ kind: 'look' }),
  hear,
  hasField: ({ field }) => field !== undefined,
  type: (text) => ({ kind: 'type', text }),
})

function keysOf({ report, isOn, field, isEnding }: PlanState): readonly Binding<PlanEvent | CommonEvent>[] {
  if (field !== undefined) return FIELD_KEYS
  if (isEnding) return KEYS_TO_CONFIRM
  const hasPlan = report !== undefined && report.kind !== 'none'
  return [
    ...(isOn ? MINUTE_KEYS : []),
    ...(report === undefined ? [] : [DATE_KEY]),
    ...(hasPlan ? [END_KEY] : []),
    ...COMMON_KEYS,
  ]
}

const DATE_KEY: Binding<PlanEvent> = {
  keys: ['d'],
  help: { en: 'date of the interview', zh: '面试日期' },
  event: { kind: 'date' },
}

const END_KEY: Binding<PlanEvent> = {
  keys: ['x'],
  help: { en: 'end the plan', zh: '结束计划' },
  event: { kind: 'end' },
}

const KEYS_TO_CONFIRM: readonly Binding<PlanEvent>[] = [
  { keys: ['y'], help: { en: 'yes, end it', zh: '是，结束' }, event: { kind: 'ended' } },
  { keys: ['n', 'escape', 'q'], help: { en: 'no', zh: '否' }, event: { kind: 'give-up' } },
]

const FIELD_KEYS: readonly Binding<PlanEvent>[] = [
  { keys: ['enter'], help: { en: 'plan until then', zh: '按此日期制定计划' }, event: { kind: 'enter' } },
  NEVER_MIND,
  ...EDITING_KEYS,
]

const STEP = 5

const MINUTE_KEYS: readonly Binding<PlanEvent>[] = [
  {
    keys: ['+', '='],
    help: { en: `${STEP} minutes more`, zh: `增加 ${STEP} 分钟` },
    event: { kind: 'minutes', by: STEP },
  },
  {
    keys: ['-'],
    help: { en: `${STEP} minutes less`, zh: `减少 ${STEP} 分钟` },
    event: { kind: 'minutes', by: -STEP },
  },
]

function hear(state: PlanState, event: PlanEvent, deps: Deps): Step<PlanState, PlanEvent> {
  switch (event.kind) {
    case 'look':
      return state.report ? { state } : look(deps)
    case 'ask-advice':
      return { state: state.report ? { ...state, advice: adviceOn(deps, state.report) } : state }
    case 'minutes':
      return { state: withMinutes(state, event.by, deps), effect: after({ kind: 'look' }) }
    case 'date':
      return { state: { ...state, field: EMPTY_LINE } }
    case 'give-up':
      return { state: { ...state, field: undefined, isEnding: false } }
    case 'end':
      return { state: { ...state, isEnding: true } }
    case 'ended':
      endPlan(deps)
      return { ...look(deps), notice: { tone: 'good', text: PLAN_ENDED } }
    case 'enter':
      planUntil(state, deps)
      return { state: UNMADE, effect: after({ kind: 'look' }) }
    default:
      return { state: { ...state, field: state.field && editLine(state.field, event) } }
  }
}

function look(deps: Deps): Step<PlanState, PlanEvent> {
  const report = reportPlan(deps)
  const state = { ...UNMADE, report, isOn: report.kind === 'on' }
  return { state, effect: after({ kind: 'ask-advice' }) }
}

/** A first plan has as many minutes as a day already may have. */
const FIRST_MINUTES = 30

/** @throws Problem for what is no date of a plan, which stays in the field */
function planUntil({ report, field = EMPTY_LINE }: PlanState, deps: Deps): void {
  const interview = dayIn(typedText(field).trim(), studyDayOf(deps.now()))
  const minutes = report?.kind === 'none' ? settingsIn(deps)['minutes-per-day'] || FIRST_MINUTES : undefined
  changePlan(deps, { interview, minutes, topics: undefined })
}

function withMinutes(state: PlanState, by: number, deps: Deps): PlanState {
  const plan = keptPlan(deps)
  if (plan === undefined) return state
  const { lowest, highest } = PLAN_MINUTES
  const minutes = Math.min(highest, Math.max(lowest, plan.minutes + by))
  changePlan(deps, { interview: undefined, minutes, topics: undefined })
  return { ...UNMADE, isOn: true }
}

/** Behind the next frame. */
function after(event: PlanEvent): SideEffect<PlanEvent> {
  return {
    kind: 'work',
    work: async (_deps, tell) => {
      await setImmediate()
      tell(event)
    },
  }
}
