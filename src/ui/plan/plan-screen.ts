import { setImmediate } from 'node:timers/promises'
import type { Deps } from '../../app/deps.ts'
import { changePlan } from '../../app/plan/change-plan.ts'
import { adviceOn, type PlanReport, reportPlan } from '../../app/plan/report-plan.ts'
import { PLAN_MINUTES } from '../../core/plan/plan-setting.ts'
import type { Shortfall } from '../../core/plan/shortfall.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { type Binding, COMMON_KEYS } from '../frame/key-table.ts'
import type { SideEffect, Step } from '../frame/screen.ts'
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
}

type PlanEvent =
  | { readonly kind: 'look' }
  | { readonly kind: 'ask-advice' }
  | { readonly kind: 'minutes'; readonly by: number }

const UNMADE: PlanState = { report: undefined, advice: undefined }

/** It shows at once, then the plan, and then what would help where something does not fit. */
export const PLAN_SCREEN = defineScreen<unknown, PlanState, PlanEvent>({
  open: () => UNMADE,
  keys: ({ report }) => [...(report?.kind === 'on' ? MINUTE_KEYS : []), ...COMMON_KEYS],
  draw: drawPlan,
  begin: () => after({ kind: 'look' }),
  hear,
})

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
      return { state: { report: reportPlan(deps), advice: undefined }, effect: after({ kind: 'ask-advice' }) }
    case 'ask-advice':
      return { state: state.report ? { ...state, advice: adviceOn(deps, state.report) } : state }
    case 'minutes':
      return { state: withMinutes(state, event.by, deps), effect: after({ kind: 'look' }) }
  }
}

function withMinutes(state: PlanState, by: number, deps: Deps): PlanState {
  if (state.report?.kind !== 'on') return state
  const { lowest, highest } = PLAN_MINUTES
  const minutes = Math.min(highest, Math.max(lowest, state.report.plan.minutes + by))
  changePlan(deps, { interview: undefined, minutes, topics: undefined })
  return UNMADE
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
