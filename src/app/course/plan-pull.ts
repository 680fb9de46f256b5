import { type CourseStep, courseStep } from '../../core/course-file.ts'
import { GONE } from '../../core/file-version.ts'
import type { Text } from '../../core/locale.ts'
import type { ReleaseReply } from '../../interop/hub/course-protocol.ts'
import { isReleasePath } from '../../interop/hub/release-paths.ts'
import { LARGEST_FILE } from '../../interop/segments/shared-path.ts'
import type { CourseContents, CourseFile } from '../../store/courses.ts'
import { UNSAFE } from '../sync/settle-file.ts'
import type { FolderFault } from '../sync/shared-folder.ts'
import type { Trees } from '../sync/travelling-files.ts'
import { placeOfEach, presentAt } from './course-places.ts'

/** What becomes of one file. */
export interface PlannedFile {
  readonly path: string
  readonly place: string
  readonly step: CourseStep
  readonly present: string
  /** By its SHA-256; `GONE` where the course has it no more. */
  readonly wanted: string
  readonly bytes: number
  /** Whether what is there came from the course, edited or not. */
  readonly isKnown: boolean
}

/** What this machine has of a course. */
export interface HeldCourse {
  /** Of its decks. */
  readonly folder: string
  readonly files: ReadonlyMap<string, CourseFile>
  /** Whether what the learner has deleted is wanted again. */
  readonly restores: boolean
}

export interface PlannedPull {
  readonly files: readonly PlannedFile[]
  /** What releases had at each place. */
  readonly contents: readonly CourseContents[]
  readonly faults: readonly FolderFault[]
}

/**
 * What a release does to the learner's files; nothing of it is done yet. A hub is believed no path that must
 * not be written.
 */
export function planPull(
  folders: Trees,
  { folder, files, restores }: HeldCourse,
  release: ReleaseReply,
): PlannedPull {
  const faults: FolderFault[] = []
  const isAllowed = ({ path, bytes = 0 }: { readonly path: string; readonly bytes?: number }) => {
    const why = isReleasePath(path) ? (bytes <= LARGEST_FILE ? undefined : TOO_LARGE) : UNSAFE
    if (why !== undefined) faults.push({ path, why })
    return why === undefined
  }
  const offered = new Map(release.files.filter(isAllowed).map((file) => [file.path, file]))
  const all = [
    ...release.earlier.filter(({ path }) => isReleasePath(path)),
    ...[...offered.values()].map((file) => ({ ...file, version: release.version })),
  ]
  const contents = new Map(
    [...Map.groupBy(all, ({ path }) => path)].map(([path, versions]) => [
      path,
      new Set(versions.map((one) => one.contents)),
    ]),
  )
  const places = placeOfEach(folders, { folder, files, contents })
  const placeOf = (path: string) => files.get(path)?.place ?? places.get(path) ?? path
  const planned = [...new Set([...offered.keys(), ...files.keys()])].sort().map((path): PlannedFile => {
    const place = placeOf(path)
    const [present, known] = [presentAt(folders, place), files.get(path)?.contents]
    const isOfCourse = (one: string) => contents.get(path)?.has(one) === true
    const { contents: wanted = GONE, bytes = 0 } = offered.get(path) ?? {}
    return {
      path,
      place,
      step: courseStep({
        base: restores && present === GONE && wanted !== GONE ? undefined : known,
        present,
        wanted,
        isOfCourse,
      }),
      present,
      wanted,
      bytes,
      isKnown: known !== undefined || isOfCourse(present),
    }
  })
  return {
    files: planned,
    contents: all.map(({ path, contents: one, version }) => ({
      place: placeOf(path),
      contents: one,
      release: version,
    })),
    faults,
  }
}

const TOO_LARGE: Text = { en: 'too large; it is not taken', zh: '文件过大，已忽略' }
