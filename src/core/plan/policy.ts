import type { StudyDay } from '../day.ts'
import type { PlannedMemory } from '../planned-memory.ts'
import type { SchedulingParameters } from '../scheduling-parameters.ts'

/** Today's items in the order in which to take them; what the minutes do not reach is left. Each at most once. */
export type Policy = (morning: Morning) => readonly string[]

/** What a planner may see on a morning: its own model's view, never the learner's true memory. */
export interface Morning {
  readonly today: StudyDay
  /** Later than today: recall is wanted on its morning, the last day to study is the one before. */
  readonly interview: StudyDay
  readonly parameters: SchedulingParameters
  readonly items: readonly PlannedItem[]
  /** What is left of today, and what each day to come may have. */
  readonly minutesOn: (day: StudyDay) => number
}

/** A card or an exercise. */
export interface PlannedItem {
  readonly id: string
  readonly topic: string
  /** Where it stands among the new. */
  readonly order: number
  /** What the day needs in all on which it is first met, and one on which it is seen again. */
  readonly minutes: { readonly first: number; readonly again: number }
  /** What its recall on the date counts. */
  readonly weight: number
  /** None: it is new. */
  readonly memory?: PlannedMemory
}
