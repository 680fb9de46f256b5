import { writeAnkiPackage } from '../../../src/app/export/anki-package.ts'
import type { TestDeps } from '../open-test-deps.ts'
import { collectionIn, unpack } from './unpack.ts'

export interface Row {
  readonly [column: string]: string | number
}

/** Writes an archive of Anki and reads it back. */
export async function exportedToAnki(
  deps: TestDeps,
  wanted: Partial<Parameters<typeof writeAnkiPackage>[1]> = {},
) {
  const pieces: Buffer[] = []
  const everything = {
    decks: deps.content.decks,
    languages: ['en'],
    scheduling: true,
    onWritten: () => undefined,
  } as const
  const written = await writeAnkiPackage(
    deps,
    { ...everything, ...wanted },
    (piece) => void pieces.push(Buffer.from(piece)),
  )
  const files = await unpack(Buffer.concat(pieces))
  const db = collectionIn(files)
  const rows = (sql: string) => db.prepare<[], Row>(sql).all()
  const byPlace = rows('select c.*, n.guid from cards c join notes n on n.id = c.nid')
  return {
    written,
    files,
    rows,
    /** By guid and place in the note. */
    cards: new Map(byPlace.map((row) => [`${row['guid']}#${row['ord']}`, row])),
    fields: (guid: string) =>
      String(rows('select guid, flds from notes').find((row) => row['guid'] === guid)?.['flds']).split(
        '\x1f',
      ),
    col: rows('select * from col')[0] ?? {},
  }
}
