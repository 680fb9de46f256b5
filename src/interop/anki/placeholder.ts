import type { CollectionPlan } from './collection-columns.ts'
import { NOTE_TYPES } from './note-types.ts'
import { createCollection } from './write-collection.ts'

const FRONT = 'Please update Anki, and import this file again.'

/** What an Anki finds that is too old for the collection beside it. */
export function placeholderCollection(plan: CollectionPlan): Buffer {
  const collection = createCollection(':memory:', plan)
  collection.addNoteType(NOTE_TYPES.basic)
  const note = collection.addNote({
    guid: 'anneal:placeholder',
    noteType: NOTE_TYPES.basic.id,
    tags: [],
    fields: [FRONT, '', '', '', ''],
    mod: 0,
  })
  const schedule = { type: 0, queue: 0, due: 1, ivl: 0, factor: 0, reps: 0, lapses: 0, left: 0, data: '{}' }
  collection.addCard({ note, deck: 'Anneal', ordinal: 0, flag: 0, schedule })
  collection.finish()
  const bytes = collection.bytes()
  collection.close()
  return bytes
}
