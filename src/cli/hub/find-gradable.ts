import { basename, join } from 'node:path'
import { buildOwnGrader } from '../../app/own-grader/build-own-grader.ts'
import type { Content } from '../../content/content.ts'
import { loadContent } from '../../content/load-content.ts'
import type { ExerciseId } from '../../core/ids.ts'
import { Problem } from '../../core/problem.ts'
import { releaseFolder } from '../../hub/course/release-folder.ts'
import type { Sql } from '../../hub/database/database.ts'
import type { Gradable, JudgeHere } from '../../hub/jobs/judge-submission.ts'
import type { Places } from '../folders.ts'

interface FindSetting {
  readonly places: Places
  /** Whether graders of courses, which are programs of their teachers, may run here. */
  readonly trusts: boolean
}

/** What a worker judges by: the exercises of the course's release, and those that come with the program. */
export async function gradables(sql: Sql, { places, trusts }: FindSetting): Promise<JudgeHere['find']> {
  const builtIn = await loadContent(places)
  const folders = new Map<string, Promise<string>>()
  const courses = new Map<string, Promise<Content>>()

  /** Looked through once, and not for each submission. */
  function folderOf(course: string, version: number): Promise<string> {
    const key = `${version} ${course}`
    const folder = folders.getOrInsertComputed(key, () =>
      releaseFolder(sql, { course, version }, places.cache),
    )
    // What failed may go another time.
    folder.catch(() => folders.delete(key))
    return folder
  }

  function contentIn(folder: string): Promise<Content> {
    return courses.getOrInsertComputed(folder, () =>
      loadContent({ ...places, ownExercises: join(folder, 'exercises') }),
    )
  }

  async function ofCourse(id: ExerciseId, course: string, version: number): Promise<Gradable | undefined> {
    const folder = await folderOf(course, version)
    const exercise = (await contentIn(folder)).exercises.get(id)
    if (!exercise?.isOwn) return undefined
    if (!trusts) throw NOT_TRUSTED
    // A cache for each release: no other one drops what a grading under way reads.
    const cache = join(places.cache, 'graders-of-courses', basename(folder))
    const graderRoot = await buildOwnGrader({ ...places, cache, ownGraders: join(folder, 'graders') }, id)
    return { exercise, graderRoot }
  }

  return async (name, course, release) => {
    const id = name as ExerciseId
    const given = release === null ? undefined : await ofCourse(id, course, release)
    if (given !== undefined) return given
    const exercise = builtIn.exercises.get(id)
    return exercise && { exercise, graderRoot: places.graders }
  }
}

const NOT_TRUSTED = new Problem(
  {
    en: 'The grader of this exercise is a program of its teacher, which the worker may not run.',
    zh: '这道练习的判题器是教师编写的程序，判题进程未获准运行它。',
  },
  {
    remedy: {
      en: 'Whoever runs the workers allows it with `anneal worker --trust`.',
      zh: '请让管理者用 `anneal worker --trust` 允许。',
    },
  },
)
