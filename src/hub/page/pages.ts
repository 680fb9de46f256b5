import type { Locale, Text } from '../../core/locale.ts'
import type { CourseView, Member, MistakeStanding } from '../progress/course-view.ts'
import type { Roster } from '../progress/read-members.ts'
import type { TopicView } from '../progress/topic-view.ts'
import type { CourseWords } from './course-words.ts'

/** What draws the pages that a teacher sees in a browser, each a whole document. */
export interface Pages {
  /** With what went wrong the last time. */
  readonly signIn: (visit: Visit, trouble?: ToldTrouble) => string
  readonly trouble: (visit: Visit, trouble: ToldTrouble) => string
  readonly course: (visit: TeachersVisit, roster: Roster, view: CourseView) => string
  readonly topic: (visit: TeachersVisit, view: TopicView) => string
  readonly mistake: (visit: TeachersVisit, mistake: MistakeStanding) => string
  readonly learner: (visit: TeachersVisit, member: Member) => string
  /** Of the one style that all of them hold, as a policy of contents names it. */
  readonly styleSource: string
}

export interface Visit {
  readonly locale: Locale
}

export interface TeachersVisit extends Visit {
  readonly teacher: string
  /** The course's title. */
  readonly course: string
  readonly words: CourseWords
}

export interface ToldTrouble {
  readonly message: Text
  readonly remedy: Text
}
