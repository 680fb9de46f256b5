import type { Content } from '../../content/content.ts'
import type { Exercise } from '../../core/exercise.ts'
import type { CardId, ExerciseId } from '../../core/ids.ts'
import type { Mastery } from '../../core/statistics/mastery.ts'
import {
  type CourseView,
  courseView,
  type Member,
  type MistakeStanding,
  type TopicStanding,
} from './course-view.ts'

/** One topic in the learners who began it. */
export interface TopicView {
  readonly topic: TopicStanding
  /** Who knows least of it first. */
  readonly learners: readonly { readonly member: Member; readonly mastery: Mastery }[]
  /** Forgotten by most learners first. */
  readonly forgotten: readonly ForgottenCard[]
  readonly exercises: readonly TriedExercise[]
  readonly mistakes: readonly MistakeStanding[]
}

export interface ForgottenCard {
  readonly card: CardId
  readonly learners: number
  readonly times: number
}

/** Counts are of learners. */
export interface TriedExercise {
  readonly exercise: Exercise
  readonly tried: number
  readonly solved: number
  readonly gaveUp: number
  readonly stuck: number
}

/** Undefined where there is no such topic, or nobody has begun it. */
export function topicView(key: string, members: readonly Member[], content: Content): TopicView | undefined {
  const course = courseView(members, content)
  const topic = course.topics.find((one) => one.key === key)
  if (topic === undefined) return undefined
  const exercises = [...content.exercises.values()].filter((exercise) => exercise.topic === topic.deck.name)
  return {
    topic,
    learners: learnersOf(topic, new Set(exercises.map(({ id }) => id)), members),
    forgotten: forgottenOf(topic, members),
    exercises: exercises
      .map((exercise) => triedBy(exercise, members, course))
      .filter(({ tried }) => tried > 0),
    mistakes: course.mistakes.filter(({ exercise }) => exercises.some(({ id }) => id === exercise)),
  }
}

function learnersOf(
  { deck }: TopicStanding,
  exercises: ReadonlySet<ExerciseId>,
  members: readonly Member[],
): TopicView['learners'] {
  return members
    .flatMap((member) => {
      const { topics, exercises: tried } = member.standing
      const mastery = topics.find((topic) => topic.deck === deck)
      const hasTried = tried.some(({ exercise }) => exercises.has(exercise))
      return mastery && (mastery.seen > 0 || hasTried) ? [{ member, mastery }] : []
    })
    .sort((one, other) => one.mastery.mastery - other.mastery.mastery)
}

function forgottenOf({ deck }: TopicStanding, members: readonly Member[]): readonly ForgottenCard[] {
  const own = new Set(deck.cards)
  const all = members.flatMap(({ standing }) => standing.forgotten.filter(([card]) => own.has(card)))
  return [...Map.groupBy(all, ([card]) => card)]
    .map(([card, found]) => ({
      card,
      learners: found.length,
      times: found.reduce((sum, [, lapses]) => sum + lapses, 0),
    }))
    .sort((one, other) => other.learners - one.learners || other.times - one.times)
}

function triedBy(exercise: Exercise, members: readonly Member[], { stuck }: CourseView): TriedExercise {
  const tries = members.flatMap(({ standing }) =>
    standing.exercises.filter((one) => one.exercise === exercise.id),
  )
  return {
    exercise,
    tried: tries.length,
    solved: tries.filter(({ accepted }) => accepted > 0).length,
    gaveUp: tries.filter(({ givenUp }) => givenUp > 0).length,
    stuck: stuck.filter((one) => one.exercise === exercise.id).length,
  }
}
