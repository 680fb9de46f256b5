import type { AnkiNote, AnkiNoteType } from '../../core/event.ts'
import type { AnkiNoteRow } from './anki-note-row.ts'
import { type NoteType, noteTypeOf } from './note-types.ts'

/** A note type of Anki's as it was when a note of it last came. */
export function keptNoteType({ notetype, name, cloze, fields, templates, css }: AnkiNoteType): NoteType {
  return noteTypeOf({ id: Number(notetype), name, type: cloze ? 1 : 0, fields, templates, css })
}

/** A note of Anki's as it last came. */
export function keptNoteRow({ guid, notetype, fields, tags, mod }: AnkiNote): AnkiNoteRow {
  return { guid, noteType: Number(notetype), tags, fields, mod }
}

/** What its fields show or play, by Anki's names. */
export function mediaNamesIn(fields: readonly string[]): readonly string[] {
  const html = fields.join('\n')
  const shown = [
    ...html.matchAll(
      /<(?:img|audio|video|source|object)\b[^>]*?\b(?:src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi,
    ),
  ]
  const played = [...html.matchAll(/\[sound:([^\]]+)\]/g)]
  const names = [...shown, ...played].map(([, ...groups]) => groups.find((name) => name !== undefined) ?? '')
  return [...new Set(names.map(fileName))]
}

/** As a field may spell it. */
function fileName(name: string): string {
  const plain = name.replace(/&amp;/g, '&').replace(/&quot;/g, '"')
  try {
    return decodeURIComponent(plain)
  } catch {
    // A percent sign that belongs to the name.
    return plain
  }
}
