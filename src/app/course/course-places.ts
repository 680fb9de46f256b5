import { showableLine } from '../../core/clean-text.ts'
import { GONE } from '../../core/file-version.ts'
import type { HubReply } from '../../interop/hub/protocol.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import { isSharedPath } from '../../interop/segments/shared-path.ts'
import type { CourseFile } from '../../store/courses.ts'
import { readOwnFile, type Trees } from '../sync/travelling-files.ts'

/** As it may be shown. */
export function courseTitle({ course }: HubReply): string {
  return showableLine(course.title.slice(0, LONGEST_TITLE))
}

const LONGEST_TITLE = 200

/**
 * Below the decks: the course's name where that may be a folder's on any system, and another hub's course
 * does not have it.
 */
export function courseFolder({ hub, course }: HubReply, taken: readonly string[]): string {
  const { name } = course
  const isName = !name.includes('/') && isSharedPath(`decks/${name}/deck.md`)
  const mark = digestOf(Buffer.from(hub)).slice(0, 8)
  if (!isName) return `course-${mark}`
  return taken.includes(name) ? `${name}-${mark}` : name
}

/** The path in the course of what lies at a place that no release told of. */
export function pathInCourse(folder: string, place: string): string {
  const prefix = `decks/${folder}/`
  return place.startsWith(prefix) ? `decks/${place.slice(prefix.length)}` : place
}

/** What a place holds now, by its SHA-256. */
export function presentAt(folders: Trees, place: string): string {
  const bytes = readOwnFile(folders, place)
  return bytes === undefined ? GONE : digestOf(bytes)
}

export interface PlacesKnown {
  readonly folder: string
  readonly files: ReadonlyMap<string, CourseFile>
  /** What any release had, by path. */
  readonly contents: ReadonlyMap<string, ReadonlySet<string>>
}

/** Where each file lies: also beside the learner's own decks, for the teacher who pushed it from there. */
export function placeOfEach(
  folders: Trees,
  { folder, files, contents }: PlacesKnown,
): ReadonlyMap<string, string> {
  return new Map(
    [...contents].map(([path, ever]) => {
      const usual = placeInCourse(folder, path)
      const known = files.get(path)?.place
      if (known !== undefined || usual === path) return [path, known ?? usual]
      const isAtUsual = presentAt(folders, usual) !== GONE
      return [path, !isAtUsual && ever.has(presentAt(folders, path)) ? path : usual]
    }),
  )
}

/** Where a file of the course lies, or would: decks in the course's folder, exercises and graders by their ids. */
function placeInCourse(folder: string, path: string): string {
  return path.startsWith('decks/') ? `decks/${folder}/${path.slice('decks/'.length)}` : path
}
