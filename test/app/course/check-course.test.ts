import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkCourse, nameAllNotes } from '../../../src/app/course/check-course.ts'
import { EXERCISE } from './open-course.ts'

function courseWith(files: { readonly [path: string]: string }) {
  const home = mkdtempSync(join(tmpdir(), 'anneal-course-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  const trees = {
    decks: join(home, 'decks'),
    exercises: join(home, 'exercises'),
    ownGraders: join(home, 'graders'),
  }
  return {
    trees,
    read: (path: string) => readFileSync(join(home, path), 'utf8'),
    faults: async () =>
      (await checkCourse({ builtIn: 'dist' }, trees)).map(
        ({ path, line, message }) => `${path.slice(home.length + 1)}:${line} ${message.en}`,
      ),
  }
}

test('a course that is well has no faults', async () => {
  const { faults } = courseWith({
    'decks/a.md': '## course-a/a\nQ: What is a?\nA: b\nexercise: course-sum\n',
    'exercises/course-sum/exercise.yaml': EXERCISE,
    'graders/course-sum/grader.ts': '',
    'graders/course-sum/reference.ts': '',
  })
  expect(await faults()).toEqual([])
})

test('what lint says, what has no id or that of another, and what cannot be judged is told with its place', async () => {
  const { faults } = courseWith({
    'decks/a.md': '## course-a/a\nQ: What is a?\nA: $\\frac{1$\n',
    'decks/b.md': 'Q: What has no id?\nA: This.\n',
    'decks/c.md': '## adam/bias-correction-m\nQ: Whose is this?\nA: Of Anneal.\n',
    'exercises/course-sum/exercise.yaml': EXERCISE,
    'exercises/course-todo/exercise.yaml': `${EXERCISE}# TODO\n`,
    'graders/course-todo/grader.ts': '',
    'graders/course-todo/reference.ts': '',
    'exercises/course-broken/exercise.yaml': 'title: [',
  })
  const told = (await faults()).join('\n')
  expect(told).toMatch(/^decks\/a\.md:3 /m)
  expect(told).toMatch(/^decks\/b\.md:1 The note has no id/m)
  expect(told).toMatch(/^decks\/c\.md:1 The id adam\/bias-correction-m is that of a card of Anneal's own/m)
  expect(told).toMatch(/^exercises\/course-sum\/exercise\.yaml:0 The exercise has no grader/m)
  expect(told).toMatch(
    /^exercises\/course-todo\/exercise\.yaml:0 Something of the exercise is still marked TODO/m,
  )
  expect(told).toMatch(/^exercises\/course-broken\/exercise\.yaml:/m)
})

test('ids are written above all notes that have none, those by which they already go', async () => {
  const { trees, read, faults } = courseWith({
    'decks/b.md': 'Q: One?\nA: 1.\n\nC: Two is [1: even] and [2: prime].\n\n## b/three\nQ: Three?\nA: 3.\n',
  })
  expect(await faults()).toHaveLength(2)
  expect(nameAllNotes(trees)).toBe(2)
  expect(await faults()).toEqual([])
  expect(read('decks/b.md').match(/^## b\/.*$/gm)).toHaveLength(3)
  expect(nameAllNotes(trees)).toBe(0)
})
