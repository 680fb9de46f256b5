import type { ReleaseReply } from '../../interop/hub/course-protocol.ts'
import type { Sql } from '../database/database.ts'

export interface ReleaseFile {
  readonly path: string
  /** The SHA-256 of what it holds. */
  readonly contents: string
  readonly bytes: number
}

/** 0 where there is none yet. */
export async function newestVersion(sql: Sql, course: string): Promise<number> {
  const [row] = await sql.query<{ readonly version: number }>(
    'select coalesce(max(version), 0) "version" from release where course = $1',
    [course],
  )
  return row?.version ?? 0
}

export function filesOfRelease(sql: Sql, course: string, version: number): Promise<readonly ReleaseFile[]> {
  return sql.query<ReleaseFile>(
    'select path, contents, bytes from release_file where course = $1 and version = $2 order by path',
    [course, version],
  )
}

/** Undefined where the course has none of that number. */
export async function findRelease(
  sql: Sql,
  course: string,
  version: number,
): Promise<ReleaseReply | undefined> {
  const [head] = await sql.query<Pick<ReleaseReply, 'note' | 'by' | 'at'>>(
    `select release.note, person.name "by", release.pushed_at "at"
     from release join person on person.id = release.pushed_by
     where release.course = $1 and release.version = $2`,
    [course, version],
  )
  if (head === undefined) return undefined
  const files = await filesOfRelease(sql, course, version)
  const earlier = await sql.query<ReleaseReply['earlier'][number]>(
    `select path, contents, max(version) "version" from release_file before
     where course = $1 and version < $2 and not exists (
       select from release_file here
       where here.course = $1 and here.version = $2 and here.path = before.path and here.contents = before.contents
     )
     group by path, contents order by path, max(version)`,
    [course, version],
  )
  return { version, ...head, files: [...files], earlier: [...earlier] }
}
