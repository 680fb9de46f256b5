import type { Database } from 'better-sqlite3'
import type { CardId } from '../core/ids.ts'
import { STANDS, understood } from './event-conditions.ts'

/** What was recorded of a note, or of all that a note of Anki became, when it came. */
export interface RecordedNote {
  /** Of several the first. */
  readonly note: CardId
  readonly digests: readonly string[]
}

/** What imports know of those before. */
export function createImportMarks(db: Database) {
  const selectNames = db.prepare<[], string>('select name from import_to_finish').pluck()
  const insertName = db.prepare<[string]>('insert into import_to_finish (name) values (?)')
  const deleteName = db.prepare<[string]>('delete from import_to_finish where name = ?')
  const selectNotes = db.prepare<[], { readonly note: CardId; readonly digests: string }>(
    `select subject as note, body -> 'digests' as digests from event where ${understood('anki-note')} and ${STANDS}
     union all
     select subject, json_array(body ->> 'digest') from event where ${understood('imported-note')} and ${STANDS}`,
  )
  return {
    /** Imports whose log is written and whose files may not be in their places yet. */
    toFinish: (): readonly string[] => selectNames.all(),
    begin: (name: string): void => void insertName.run(name),
    finish: (name: string): void => void deleteName.run(name),
    *recordedNotes(): Generator<RecordedNote> {
      for (const { note, digests } of selectNotes.iterate())
        yield { note, digests: JSON.parse(digests) as readonly string[] }
    },
  }
}
