import { GONE } from './file-version.ts'

/** What is known of one file of a course on the learner's machine; `GONE` where there is none. */
export interface CourseFileHere {
  /** As the learner last had it, or was offered it; undefined where they never did. */
  readonly base: string | undefined
  readonly present: string
  /** What the release has. */
  readonly wanted: string
  /** Whether any release had that there. */
  readonly isOfCourse: (contents: string) => boolean
}

export type CourseStep =
  /** It is as the release has it, or as the learner wants it. */
  | 'none'
  /** It is as the release has it, and that was not known. */
  | 'note'
  | 'take'
  /** The learner has edited it: theirs stays, and the release's comes beside it. */
  | 'offer'
  /** The course has it no more. */
  | 'remove'
  /** The course has it no more, and the learner has edited it: theirs from now on. */
  | 'leave'

/** What a release does to a file: what the learner has edited or deleted stays so. */
export function courseStep({ base, present, wanted, isOfCourse }: CourseFileHere): CourseStep {
  const isEdited = present !== GONE && present !== base && !isOfCourse(present)
  if (wanted === GONE) {
    if (base === undefined || base === GONE) return 'none'
    if (present === GONE) return 'note'
    return isEdited ? 'leave' : 'remove'
  }
  if (present === wanted) return base === wanted ? 'none' : 'note'
  if (present === GONE) return base === undefined || base === GONE ? 'take' : 'none'
  if (!isEdited) return 'take'
  return base === wanted ? 'none' : 'offer'
}
