import { useApp } from 'ink'
import { useEffect } from 'react'
import { EXERCISE } from './exercise/exercise-plan.ts'
import { EXERCISES } from './exercise/exercises-plan.ts'
import { Frame } from './frame/frame.tsx'
import { useMachine } from './frame/use-machine.ts'
import { HOME } from './home/home-plan.ts'
import { REVIEW } from './review/review-plan.ts'
import type { Stage } from './stage.ts'
import { STATS } from './stats/stats-plan.ts'
import { VERDICT } from './verdict/verdict-plan.ts'

export interface RootProps {
  readonly stage: Stage
  readonly colour: boolean
}

/** The screen where the learner is. */
export function Root({ stage, colour }: RootProps) {
  const { exit, suspendTerminal } = useApp()
  useEffect(() => stage.attach({ exit, suspendTerminal }), [stage, exit, suspendTerminal])
  const { shown } = useMachine(stage.machine)
  const common = { stage, colour }
  switch (shown.kind) {
    case 'home':
      return <Frame key="home" plan={HOME} machine={shown.machine} {...common} />
    case 'review':
      return <Frame key="review" plan={REVIEW} machine={shown.machine} {...common} />
    case 'exercises':
      return <Frame key="exercises" plan={EXERCISES} machine={shown.machine} {...common} />
    case 'exercise':
      return <Frame key="exercise" plan={EXERCISE} machine={shown.machine} {...common} />
    case 'verdict':
      return <Frame key="verdict" plan={VERDICT} machine={shown.machine} {...common} />
    case 'stats':
      return <Frame key="stats" plan={STATS} machine={shown.machine} {...common} />
  }
}
