import { expect } from 'vitest'
import { courseOf, type Files } from '../../hub/course/course-of.ts'
import { HUB_COURSE, openTestHub } from '../../hub/open-test-hub.ts'
import { openPupil } from './open-pupil.ts'

const PEOPLE = { Tom: 'teacher', Ann: 'learner', Bob: 'learner', Cem: 'learner' } as const

export const deck = (id: string, answer: string) => `## ${id}\nQ: What is ${id}?\nA: ${answer}\n`

export const EXERCISE = `title: Sum
title.zh: 求和
topic: sums
signature: "(x: f32[N]) -> f64"
difficulty: easy
minutes: 5
prerequisites: []
hints: []
`

export const FIRST: Files = {
  'decks/pooling.md': deck('course-pooling/max', 'one'),
  'decks/edges.md': deck('course-edges/sobel', 'one'),
  'decks/images/a.png': 'image',
  'exercises/course-sum/exercise.yaml': EXERCISE,
  'graders/course-sum/grader.ts': 'export const grader = 1',
}
export const SECOND: Files = {
  ...FIRST,
  'decks/pooling.md': deck('course-pooling/max', 'two'),
  'decks/edges.md': deck('course-edges/sobel', 'two'),
}

export const IN_COURSE = `decks/${HUB_COURSE}`

/** A course of one teacher, with a first release. */
export async function openCourse(first: Files = FIRST) {
  const hub = await openTestHub({ people: PEOPLE })
  const { push, put } = courseOf(hub, 'Tom')
  expect((await push(0, first, 'begun')).status).toBe(200)
  return { hub, push, put, pupil: (name: string) => openPupil(hub, name) }
}
