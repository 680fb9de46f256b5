import type { Rival } from '../live-until.ts'
import { greedy } from './greedy.ts'

export const planner: Rival = { ...greedy, name: 'planner' }
