import { existsSync } from 'node:fs'
import { showableLine } from '../../core/clean-text.ts'
import { GONE } from '../../core/file-version.ts'
import { RELEASE_REPLY, type ReleaseReply } from '../../interop/hub/course-protocol.ts'
import { courseVersionPath } from '../../interop/segments/shared-path.ts'
import type { Deps } from '../deps.ts'
import type { HubConnection } from '../hub/connect.ts'
import { placeOf } from '../sync/travelling-files.ts'
import { courseFolder, courseTitle } from './course-places.ts'
import { exercisesOf, heldGraders } from './held-graders.ts'
import { type PlannedFile, planPull } from './plan-pull.ts'

/** How the learner's files stand to the newest release of their course. Paths are those of the learner's own files. */
export interface CourseHere {
  readonly title: string
  readonly url: string
  /** Who one is there. */
  readonly name: string
  readonly role: HubConnection['reply']['person']['role']
  readonly newest: Pick<ReleaseReply, 'version' | 'note' | 'by' | 'at'>
  /** Which release is here; 0 for none. */
  readonly release: number
  readonly takesGraders: boolean
  readonly folder: string
  /** As the newest has them. */
  readonly same: number
  /** The next sync takes them, or takes them away. */
  readonly waiting: readonly string[]
  readonly edited: readonly { readonly path: string; readonly beside: string | undefined }[]
  readonly deleted: readonly string[]
  /** Exercises that cannot be judged here, for their graders are not taken. */
  readonly ungraded: readonly string[]
}

export async function lookAtCourse(deps: Deps, connection: HubConnection): Promise<CourseHere> {
  const { courses } = deps.store
  const { reply, url } = connection
  const { person } = reply
  const standing = courses.standing(person.id)
  const newest = await connection.getJson('releases/latest', RELEASE_REPLY)
  const folder = standing?.folder ?? courseFolder(reply, courses.foldersBut(person.id))
  const { files } = planPull(
    deps.folders,
    { folder, files: courses.files(person.id), restores: false },
    newest,
  )
  const takesGraders = standing?.takesGraders === true
  const held = takesGraders ? [] : heldGraders(files)
  return {
    title: courseTitle(reply),
    url,
    name: showableLine(person.name),
    role: person.role,
    newest,
    release: standing?.release ?? 0,
    takesGraders,
    folder,
    same: files.filter(({ present, wanted }) => present === wanted && wanted !== GONE).length,
    waiting: files.filter((file) => isDue(file) && !held.includes(file)).map(({ place }) => place),
    edited: files
      .filter(isEdited)
      .map(({ place }) => ({ path: place, beside: besideOf(deps, place, newest) })),
    deleted: files
      .filter(({ step, present, wanted }) => step === 'none' && present === GONE && wanted !== GONE)
      .map(({ place }) => place),
    ungraded: exercisesOf(held),
  }
}

function isDue({ step }: PlannedFile): boolean {
  return step === 'take' || step === 'remove'
}

function isEdited({ step, present, wanted }: PlannedFile): boolean {
  const isKept = step === 'offer' || step === 'leave' || (step === 'none' && wanted !== GONE)
  return isKept && present !== GONE && present !== wanted
}

function besideOf({ folders }: Deps, place: string, { version }: ReleaseReply): string | undefined {
  const beside = courseVersionPath(place, version)
  return existsSync(placeOf(folders, beside)) ? beside : undefined
}
