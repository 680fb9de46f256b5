import type { Card } from '../../core/card.ts'
import { escapeText } from './escape-text.ts'
import type { NameMedia } from './markdown-html.ts'
import { fieldsOf, type NoteLanguages } from './note-fields.ts'
import { guidOf } from './note-guid.ts'
import { NOTE_TYPES } from './note-types.ts'

/** A note in Anki's terms, but for its number. */
export interface AnkiNoteRow {
  readonly guid: string
  readonly noteType: number
  readonly tags: readonly string[]
  readonly fields: readonly string[]
  /** When it was last changed, in seconds: of two Anki keeps the later. */
  readonly mod: number
}

/** What the learner made of a note. */
export interface NoteMarks {
  /** The notes of its flags. */
  readonly remarks: readonly string[]
  readonly leech: boolean
}

export interface NoteWriting {
  readonly languages: NoteLanguages
  readonly nameMedia: NameMedia
  /** When the deck was last changed, in seconds. */
  readonly mod: number
}

/** @param card the note's first */
export function ankiNoteRow(
  card: Card,
  marks: NoteMarks,
  { languages, nameMedia, mod }: NoteWriting,
): AnkiNoteRow {
  const { front, back, errata, source } = fieldsOf(card, languages, nameMedia)
  const noteType = card.kind === 'cloze' ? NOTE_TYPES.cloze : NOTE_TYPES.basic
  return {
    guid: guidOf(card.note),
    noteType: noteType.id,
    tags: [...card.tags.map(tagOf), ...(marks.leech ? ['leech'] : [])],
    fields: [front, back, errata, source, marks.remarks.map(escapeText).join('<br>')].map(withoutControls),
    mod,
  }
}

/** One of them parts fields in Anki. */
function withoutControls(html: string): string {
  return html.replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '')
}

/** Anki parts tags by spaces. */
function tagOf(tag: string): string {
  return tag.replace(/[\s"\x00-\x1f]+/g, '_')
}
