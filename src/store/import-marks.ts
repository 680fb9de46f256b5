import type { Database } from 'better-sqlite3'
import type { CardId } from '../core/ids.ts'
import { STANDS, understood } from './event-conditions.ts'

/** What was recorded of a note of Anki when it last came. */
export interface RecordedNote {
  readonly note: CardId
  readonly guid: string
  readonly mod: number
  readonly digests: readonly string[]
}

/** What imports know of those before. */
export function createImportMarks(db: Database) {
  const selectNames = db.prepare<[], string>('select name from import_to_finish').pluck()
  const insertName = db.prepare<[string]>('insert into import_to_finish (name) values (?)')
  const deleteName = db.prepare<[string]>('delete from import_to_finish where name = ?')
  const selectNotes = db.prepare<
    [],
    { readonly note: CardId; readonly guid: string; readonly mod: number; readonly digests: string }
  >(
    `select subject as note, body ->> 'guid' as guid, body ->> 'mod' as mod, body -> 'digests' as digests
     from event where ${understood('anki-note')} and ${STANDS} order by id`,
  )
  return {
    /** Imports whose log is written and whose files may not be in their places yet. */
    toFinish: (): readonly string[] => selectNames.all(),
    begin: (name: string): void => void insertName.run(name),
    finish: (name: string): void => void deleteName.run(name),
    /** In the order of the log: of two about the same note the later stands. */
    *recordedNotes(): Generator<RecordedNote> {
      for (const { digests, ...rest } of selectNotes.iterate())
        yield { ...rest, digests: JSON.parse(digests) as readonly string[] }
    },
  }
}
