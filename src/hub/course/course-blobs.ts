import { MOST_RELEASE_BYTES } from '../../interop/hub/course-protocol.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import type { Sql } from '../database/database.ts'

export type BlobKept = 'kept' | 'other contents' | 'too many'

/** Keeps what a file holds, by its SHA-256; what no release names yet is at most as much as a release may be. */
export async function keepBlob(
  sql: Sql,
  course: string,
  contents: string,
  bytes: Uint8Array,
  mostWaiting = MOST_RELEASE_BYTES,
): Promise<BlobKept> {
  if (digestOf(bytes) !== contents) return 'other contents'
  const [waiting] = await sql.query<{ readonly bytes: number }>(
    `select coalesce(sum(octet_length(bytes)), 0)::bigint bytes from blob where course = $1 and ${UNNAMED}`,
    [course],
  )
  if ((waiting?.bytes ?? 0) + bytes.length > mostWaiting) return 'too many'
  await sql.query('insert into blob values ($1, $2, $3) on conflict do nothing', [
    course,
    contents,
    Buffer.from(bytes),
  ])
  return 'kept'
}

/** Undefined where there is none. */
export async function readBlob(sql: Sql, course: string, contents: string): Promise<Uint8Array | undefined> {
  const [found] = await sql.query<{ readonly bytes: Uint8Array }>(
    'select bytes from blob where course = $1 and contents = $2',
    [course, contents],
  )
  return found?.bytes
}

/** How large those are that are there. */
export async function blobSizes(
  sql: Sql,
  course: string,
  contents: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ readonly contents: string; readonly bytes: number }>(
    'select contents, octet_length(bytes) bytes from blob where course = $1 and contents = any($2)',
    [course, contents],
  )
  return new Map(rows.map((row) => [row.contents, row.bytes]))
}

/** What pushes that were given up have left. */
export async function dropUnnamedBlobs(sql: Sql, course: string): Promise<void> {
  await sql.query(`delete from blob where course = $1 and ${UNNAMED}`, [course])
}

const UNNAMED = `not exists (
  select from release_file where release_file.course = blob.course and release_file.contents = blob.contents
)`
