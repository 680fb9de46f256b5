import { planningPolicy } from '../../../src/core/plan/planning-policy.ts'
import type { Rival } from '../live-until.ts'

export const planner: Rival = { name: 'planner', policyFor: () => planningPolicy }
