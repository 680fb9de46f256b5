import type { CourseHere } from '../../app/course/look-at-course.ts'
import type { PulledCourse } from '../../app/course/pull-course.ts'
import type { PushedCourse } from '../../app/course/push-course.ts'

/** What `sync --json` says of the course of a hub; null where it gives nothing. */
export function pulledFields(pulled: PulledCourse | undefined): object | null {
  if (pulled === undefined) return null
  const { release, before, taken, removed, edited, left, ungraded, faults } = pulled
  const { version, note, by } = release
  return { version, before, note, by, taken, removed, edited, left, ungraded, faults }
}

/** What `course push --json` prints. */
export function pushedFields(pushed: PushedCourse, dryRun: boolean): object {
  return { ...pushed, dryRun }
}

/** What `course --json` prints. */
export function courseFields({ title, url, newest, ...here }: CourseHere): object {
  const { version, note, by, at } = newest
  return {
    title,
    hub: url,
    newest: version === 0 ? null : { version, note, by, at: new Date(at).toISOString() },
    ...here,
  }
}
