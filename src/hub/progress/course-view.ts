import type { Content } from '../../content/content.ts'
import type { ListedDeck } from '../../core/card.ts'
import type { StudyDay } from '../../core/day.ts'
import type { CardId, ExerciseId } from '../../core/ids.ts'
import type { StuckExercise } from '../../core/statistics/stuck.ts'
import type { LearnerStanding } from './learner-standing.ts'

/** A learner who shares. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly standing: LearnerStanding
}

/** How a course stands, in what its sharing learners did. */
export interface CourseView {
  /** The hardest for this course first; those that nobody has begun are left out. */
  readonly topics: readonly TopicStanding[]
  /** Made by most learners first. */
  readonly mistakes: readonly MistakeStanding[]
  readonly stuck: readonly StuckMember[]
  /** Without a review or a submission for `QUIET_DAYS` days, the longest first. */
  readonly quiet: readonly Member[]
  /** With one in the last seven days. */
  readonly active: number
}

/** Of those learners who began the topic. */
export interface TopicStanding {
  readonly deck: ListedDeck
  /** By which its page is found: the deck's name, and a number where one before it has the same. */
  readonly key: string
  readonly learners: number
  /**
   * Of what they began, how much they have: half of it the mean recall today of the cards they saw, half the
   * share of the exercises they tried that they solved; of that part alone which there is.
   */
  readonly grasp: number
  readonly recall: number | undefined
  /** How often a seen card was forgotten. */
  readonly lapsesPerCard: number | undefined
  readonly tried: number
  readonly solved: number
}

export interface MistakeStanding {
  readonly exercise: ExerciseId
  readonly mistake: string
  readonly by: readonly MistakeOf[]
  readonly times: number
  readonly cards: readonly CardId[]
}

export interface MistakeOf {
  readonly member: Member
  readonly times: number
  readonly lastDay: StudyDay
}

export interface StuckMember extends StuckExercise {
  readonly member: Member
}

export const QUIET_DAYS = 7
/** So many mistakes are listed, and so many cards of a topic. */
export const LISTED = 20
const WEEK = 7

export function courseView(members: readonly Member[], content: Content): CourseView {
  return {
    topics: topicStandings(members, content),
    mistakes: mistakeStandings(members),
    stuck: members
      .flatMap((member) => member.standing.stuck.map((one) => ({ ...one, member })))
      .sort((one, other) => other.failures - one.failures || other.lastDay - one.lastDay),
    quiet: members
      .filter(({ standing }) => idleDays(standing) >= QUIET_DAYS)
      .sort((one, other) => idleDays(other.standing) - idleDays(one.standing)),
    active: members.filter(({ standing }) => idleDays(standing) < WEEK).length,
  }
}

/** Since the last review or submission; endless before the first. */
export function idleDays({ day, lastActive }: LearnerStanding): number {
  return lastActive === undefined ? Number.POSITIVE_INFINITY : Math.max(0, day - lastActive)
}

function topicStandings(members: readonly Member[], content: Content): readonly TopicStanding[] {
  const topicOf = (exercise: ExerciseId) => content.exercises.get(exercise)?.topic
  const begun = members.flatMap(({ standing }) => begunTopics(standing, topicOf))
  const keys = topicKeys(content)
  return [...Map.groupBy(begun, ({ deck }) => deck)]
    .map(([deck, all]) => ({
      deck,
      key: keys.get(deck) ?? deck.name,
      learners: all.length,
      grasp: meanOf(all, ({ grasp }) => grasp) ?? 0,
      recall: meanOf(all, ({ recall }) => recall),
      lapsesPerCard: meanOf(all, ({ lapsesPerCard }) => lapsesPerCard),
      tried: sumOf(all, ({ tried }) => tried),
      solved: sumOf(all, ({ solved }) => solved),
    }))
    .sort((one, other) => one.grasp - other.grasp)
}

/** A course may call a deck as one that comes with the program. */
function topicKeys({ decks }: Content): ReadonlyMap<ListedDeck, string> {
  return new Map(
    [...Map.groupBy(decks, ({ name }) => name)].flatMap(([name, alike]) =>
      alike.map((deck, at) => [deck, at === 0 ? name : `${name}~${at + 1}`] as const),
    ),
  )
}

type Begun = Omit<TopicStanding, 'learners' | 'key'>

function begunTopics(
  { topics, exercises, forgotten }: LearnerStanding,
  topicOf: (exercise: ExerciseId) => string | undefined,
): readonly Begun[] {
  const tried = Map.groupBy(exercises, ({ exercise }) => topicOf(exercise))
  const lapses = new Map(forgotten)
  return topics.flatMap(({ deck, seen, total, recall: overAll }): readonly Begun[] => {
    const own = tried.get(deck.name) ?? []
    if (seen === 0 && own.length === 0) return []
    const solved = own.filter(({ accepted }) => accepted > 0).length
    const recall = seen === 0 ? undefined : (overAll * total) / seen
    const parts = [recall, own.length === 0 ? undefined : solved / own.length]
    const forgot = sumOf(deck.cards, (card) => lapses.get(card) ?? 0)
    return [
      {
        deck,
        grasp: meanOf(parts, (part) => part) ?? 0,
        recall,
        lapsesPerCard: seen === 0 ? undefined : forgot / seen,
        tried: own.length,
        solved,
      },
    ]
  })
}

function mistakeStandings(members: readonly Member[]): readonly MistakeStanding[] {
  const made = members.flatMap((member) => member.standing.mistakes.map((one) => ({ ...one, member })))
  return [...Map.groupBy(made, ({ exercise, mistake }) => `${exercise} ${mistake}`).values()]
    .flatMap((all): readonly MistakeStanding[] => {
      const [first] = all
      if (first === undefined) return []
      const { exercise, mistake } = first
      const by = all
        .map(({ member, times, lastDay }) => ({ member, times, lastDay }))
        .sort((one, other) => other.times - one.times)
      const cards = new Set(all.flatMap((one) => one.cards))
      return [{ exercise, mistake, by, times: sumOf(all, ({ times }) => times), cards: [...cards] }]
    })
    .sort((one, other) => other.by.length - one.by.length || other.times - one.times)
}

function sumOf<T>(all: readonly T[], value: (one: T) => number): number {
  return all.reduce((sum, one) => sum + value(one), 0)
}

/** Of those that have one. */
function meanOf<T>(all: readonly T[], value: (one: T) => number | undefined): number | undefined {
  const values = all.flatMap((one) => value(one) ?? [])
  return values.length === 0 ? undefined : sumOf(values, (one) => one) / values.length
}
