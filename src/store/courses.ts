import type { Database } from 'better-sqlite3'
import { type CourseChange, GONE } from '../core/file-version.ts'
import type { GuardedWrites } from './guard-writes.ts'

/** How this machine stands with the course of a hub. */
export interface CourseStanding {
  /** Below the decks. */
  readonly folder: string
  /** Which release was last taken, or pushed, from the data folder; 0 for none. */
  readonly release: number
  /** Which release this machine pushed last, from wherever; 0 for none. */
  readonly pushed: number
  readonly takesGraders: boolean
}

/** A file of a course, as the learner last had it or was offered it. */
export interface CourseFile {
  readonly path: string
  /** Where it lies among the learner's own files. */
  readonly place: string
  readonly contents: string
}

/** What a release had at a place. */
export interface CourseContents {
  readonly place: string
  readonly contents: string
  readonly release: number
}

interface StandingRow extends Omit<CourseStanding, 'takesGraders'> {
  readonly graders: number
}

/** What this machine has of the courses of its hubs, each by who the learner is there. */
export function createCourses(db: Database, writing: GuardedWrites) {
  const select = db.prepare<[string], StandingRow>(
    'select folder, release, pushed, takes_graders graders from course where member = ?',
  )
  const selectFolders = db.prepare<[string], string>('select folder from course where member <> ?').pluck()
  const put = db.prepare<[string, string, number, number, number]>(
    'insert or replace into course values (?, ?, ?, ?, ?)',
  )
  const selectFiles = db.prepare<[string], CourseFile>(
    'select path, place, contents from course_file where member = ? order by path',
  )
  const selectPlaces = db.prepare<[string], string>('select place from course_file where member <> ?').pluck()
  const putFile = db.prepare<[string, string, string, string]>(
    'insert or replace into course_file values (?, ?, ?, ?)',
  )
  const deleteFile = db.prepare<[string, string]>('delete from course_file where member = ? and path = ?')
  const selectContents = db
    .prepare<[string], string>('select distinct contents from course_contents where place = ?')
    .pluck()
  const selectChange = db.prepare<[string, string], CourseChange>(
    'select member, release from course_contents where place = ? and contents = ? order by member limit 1',
  )
  const selectRemoval = db.prepare<[string, string], CourseChange>(
    `select member, release from course_file join course using (member)
     where place = ? and contents = ? order by member limit 1`,
  )
  const deleteContents = db.prepare<[string]>('delete from course_contents where member = ?')
  const putContents = db.prepare<[string, string, string, number]>(
    'insert or replace into course_contents values (?, ?, ?, ?)',
  )

  return {
    standing: (member: string): CourseStanding | undefined => {
      const row = select.get(member)
      if (row === undefined) return undefined
      const { graders, ...standing } = row
      return { ...standing, takesGraders: graders === 1 }
    },
    /** Of the courses of other hubs. */
    foldersBut: (member: string): readonly string[] => selectFolders.all(member),
    stand: writing(
      (member: string, { folder, release, pushed, takesGraders }: CourseStanding): void =>
        void put.run(member, folder, release, pushed, takesGraders ? 1 : 0),
    ),
    /** By path. */
    files: (member: string): ReadonlyMap<string, CourseFile> =>
      new Map(selectFiles.all(member).map((file) => [file.path, file])),
    /** Of files of the courses of other hubs. */
    placesBut: (member: string): readonly string[] => selectPlaces.all(member),
    keepFiles: writing((member: string, files: readonly CourseFile[]): void => {
      for (const { path, place, contents } of files) putFile.run(member, path, place, contents)
    }),
    forgetFile: writing((member: string, path: string): void => void deleteFile.run(member, path)),
    keepContents: writing((member: string, all: readonly CourseContents[]): void => {
      deleteContents.run(member)
      for (const { place, contents, release } of all) putContents.run(place, contents, member, release)
    }),
    /** What any release had at that place; empty for one of the learner's own. */
    contentsAt: (place: string): ReadonlySet<string> => new Set(selectContents.all(place)),
    /**
     * Which release brought such contents to that place, or took them away where they are `GONE`; undefined
     * where none did.
     */
    changeAt: (place: string, contents: string): CourseChange | undefined =>
      contents === GONE ? selectRemoval.get(place, GONE) : selectChange.get(place, contents),
  }
}
