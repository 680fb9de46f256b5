import type { Instant } from '../../core/day.ts'
import { MOST_RELEASE_BYTES, type NewRelease } from '../../interop/hub/course-protocol.ts'
import { clashOf, isReleasePath } from '../../interop/hub/release-paths.ts'
import type { Database, Sql } from '../database/database.ts'
import type { Person } from '../people/person.ts'
import { blobSizes, dropUnnamedBlobs } from './course-blobs.ts'
import { filesOfRelease, newestVersion, type ReleaseFile } from './find-release.ts'

export type MadeRelease =
  | { readonly kind: 'made'; readonly version: number }
  /** As the last one. */
  | { readonly kind: 'same'; readonly version: number }
  /** Another was made meanwhile. */
  | { readonly kind: 'behind'; readonly version: number; readonly by: string }
  | { readonly kind: 'lacking'; readonly paths: readonly string[] }
  | { readonly kind: 'too large'; readonly bytes: number }
  | { readonly kind: 'unsafe path'; readonly path: string }
  | { readonly kind: 'clash'; readonly paths: readonly [string, string] }

/** Makes the next release of a course, whole or not at all; none where nothing would be another. */
export async function makeRelease(
  db: Database,
  teacher: Person,
  { after, above, note, files }: NewRelease,
  now: Instant,
): Promise<MadeRelease> {
  const paths = files.map(({ path }) => path)
  const unsafe = paths.find((path) => !isReleasePath(path))
  if (unsafe !== undefined) return { kind: 'unsafe path', path: unsafe }
  const clash = clashOf(paths)
  if (clash !== undefined) return { kind: 'clash', paths: clash }
  const { course } = teacher
  return await db.transaction(async (sql) => {
    // Two who push at once wait here for each other.
    await sql.query('select from course where name = $1 for update', [course])
    const newest = await newestVersion(sql, course)
    if (newest !== after) return { kind: 'behind', version: newest, by: await pusherOf(sql, course, newest) }
    if (isSame(await filesOfRelease(sql, course, newest), files)) return { kind: 'same', version: newest }
    const sizes = await blobSizes(
      sql,
      course,
      files.map(({ contents }) => contents),
    )
    const lacking = files.filter(({ contents }) => !sizes.has(contents))
    if (lacking.length > 0) return { kind: 'lacking', paths: lacking.map(({ path }) => path) }
    const sized = files.map(({ path, contents }) => ({ path, contents, bytes: sizes.get(contents) ?? 0 }))
    const bytes = sized.reduce((sum, file) => sum + file.bytes, 0)
    if (bytes > MOST_RELEASE_BYTES) return { kind: 'too large', bytes }
    const version = Math.max(newest, above) + 1
    await sql.query('insert into release values ($1, $2, $3, $4, $5)', [
      course,
      version,
      teacher.id,
      now,
      note,
    ])
    await sql.query(
      'insert into release_file select $1, $2, * from unnest($3::text[], $4::text[], $5::integer[])',
      [course, version, paths, sized.map((file) => file.contents), sized.map((file) => file.bytes)],
    )
    await dropUnnamedBlobs(sql, course)
    return { kind: 'made', version }
  })
}

function isSame(before: readonly ReleaseFile[], files: NewRelease['files']): boolean {
  const known = new Map(before.map(({ path, contents }) => [path, contents]))
  return known.size === files.length && files.every(({ path, contents }) => known.get(path) === contents)
}

async function pusherOf(sql: Sql, course: string, version: number): Promise<string> {
  const [row] = await sql.query<{ readonly name: string }>(
    `select person.name from release join person on person.id = release.pushed_by
     where release.course = $1 and release.version = $2`,
    [course, version],
  )
  return row?.name ?? ''
}
