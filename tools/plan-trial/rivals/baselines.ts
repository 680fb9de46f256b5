import type { Rival } from '../live-until.ts'
import { greedy } from './greedy.ts'
import { lastPass } from './last-pass.ts'
import { newFirst } from './new-first.ts'
import { plainFsrs } from './plain-fsrs.ts'
import { createThreshold } from './threshold.ts'

/** The threshold is the best of .3 to .9 on the learners for training. */
export const BASELINES: readonly Rival[] = [plainFsrs, newFirst, lastPass, createThreshold(0.6), greedy]
