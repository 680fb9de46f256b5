import { join } from 'node:path'
import type { Content } from '../../content/content.ts'
import { loadContent } from '../../content/load-content.ts'
import { newestVersion } from '../course/find-release.ts'
import { releaseFolder } from '../course/release-folder.ts'
import type { Hub } from '../hub.ts'

/** What comes with the program, and where a course's own is unpacked. */
export interface ContentPlaces {
  readonly builtIn: string
  readonly cache: string
}

/**
 * What a course has to learn: what comes with the program, and the newest that its teacher pushed. Read once
 * for each release.
 */
export function createCourseContent({ db }: Hub, { builtIn, cache }: ContentPlaces) {
  const known = new Map<string, { readonly version: number; readonly content: Content }>()
  return async (course: string): Promise<Content> => {
    const version = await newestVersion(db, course)
    const held = known.get(course)
    if (held?.version === version) return held.content
    const own = version === 0 ? undefined : await releaseFolder(db, { course, version }, cache)
    const content = await loadContent({
      builtIn,
      ...(own && { own: join(own, 'decks'), ownExercises: join(own, 'exercises') }),
    })
    known.set(course, { version, content })
    return content
  }
}
