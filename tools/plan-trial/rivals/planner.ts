import { planningPolicy } from '../../../src/core/plan/choose-rule.ts'
import type { Rival } from '../live-until.ts'

export const planner: Rival = { name: 'planner', policyFor: () => planningPolicy }
