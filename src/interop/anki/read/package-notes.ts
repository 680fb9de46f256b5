import { parseCloze } from '../../../core/cloze.ts'
import type { AnkiNoteType, AnkiTemplate } from '../../../core/event.ts'
import type { ImportedNote, ImportedPart } from '../../../core/imported/imported-note.ts'
import type { MediaPlaces } from '../../../core/imported/imported-source.ts'
import type { Text } from '../../../core/locale.ts'
import { bracketClozes, hideCloze, markClozes } from './cloze-marks.ts'
import { htmlMarkdown } from './html-markdown.ts'
import { noteIdOf } from './note-id.ts'
import { type NamedFields, renderTemplate } from './render-template.ts'

/** A note as its row has it. */
export interface NoteRow {
  readonly guid: string
  readonly mod: number
  readonly tags: readonly string[]
  readonly fields: readonly string[]
  /** Where its first card lies. */
  readonly deck: string
  /** Of its cards, from nought. */
  readonly ordinals: readonly number[]
}

/**
 * A note of Anki in our own terms: one of ours a template that it has a card of, and one in all where our
 * clozes can say it.
 */
export function importedNote(row: NoteRow, type: AnkiNoteType, places: MediaPlaces): ImportedNote {
  const name = nameOf(row)
  if (row.ordinals.length === 0) return { kind: 'left-out', name, why: NO_CARDS }
  if (isOcclusion(type)) return { kind: 'left-out', name, why: OCCLUSION }
  const parts = type.cloze ? clozeParts(row, type, places) : templateParts(row, type, places)
  const [first, ...rest] = parts
  if (first === undefined) return { kind: 'left-out', name, why: NOTHING_SHOWN }
  return {
    kind: 'note',
    deck: levelsOf(row.deck),
    tags: row.tags.map((tag) => tag.replace(/[,，\s]+/g, '_')),
    source: type.cloze ? sourceOf(row, type, places) : '',
    parts: [first, ...rest],
    recorded: {
      guid: row.guid,
      notetype: type.notetype,
      deck: row.deck,
      fields: row.fields,
      tags: row.tags,
      mod: row.mod,
    },
  }
}

function templateParts(row: NoteRow, type: AnkiNoteType, places: MediaPlaces): readonly ImportedPart[] {
  return row.ordinals.flatMap((ordinal) => {
    const template = type.templates[ordinal]
    const part = template && renderedPart(row, type, template, (html) => html, places)
    return part === undefined ? [] : [{ ...part, note: noteIdOf(row.guid, ordinal) }]
  })
}

type Rendered = Omit<ImportedPart, 'note'>

function renderedPart(
  row: NoteRow,
  type: AnkiNoteType,
  template: AnkiTemplate,
  cloze: (html: string, side: 'question' | 'answer') => string,
  places: MediaPlaces,
): Rendered | undefined {
  const fields = fieldsOf(row, type, template)
  const side = (text: string, which: 'question' | 'answer') =>
    renderTemplate(text, { fields, side: which, cloze: (html) => cloze(html, which) })
  const front = htmlMarkdown(side(template.question, 'question'), { places, lists: 'plain', image: 'apart' })
  const back = htmlMarkdown(side(template.answer, 'answer'), { places, lists: 'marked', image: 'within' })
  const prompt = front.markdown || (front.image === undefined ? '' : '…')
  if (prompt === '' || back.markdown === '') return undefined
  return {
    content: {
      kind: 'basic',
      prompt: { en: prompt, zh: prompt },
      answer: { en: back.markdown, zh: back.markdown },
    },
    image: front.image,
  }
}

function clozeParts(row: NoteRow, type: AnkiNoteType, places: MediaPlaces): readonly ImportedPart[] {
  const [template] = type.templates
  if (template === undefined) return []
  const whole = wholeCloze(row, type, template, places)
  if (whole !== undefined) return [{ ...whole, note: noteIdOf(row.guid, 0) }]
  return row.ordinals.flatMap((ordinal) => {
    const hide = (html: string, side: 'question' | 'answer') =>
      hideCloze(html, ordinal + 1)[side === 'question' ? 'prompt' : 'answer']
    const part = renderedPart(row, type, template, hide, places)
    return part === undefined ? [] : [{ ...part, note: noteIdOf(row.guid, ordinal) }]
  })
}

/** Undefined where ours would hide other parts than Anki's. */
function wholeCloze(
  row: NoteRow,
  type: AnkiNoteType,
  template: AnkiTemplate,
  places: MediaPlaces,
): Rendered | undefined {
  const html = renderTemplate(template.question, {
    fields: fieldsOf(row, type, template),
    side: 'question',
    cloze: (field) => field,
  })
  const { html: marked, numbers, isNested } = markClozes(html)
  if (isNested || numbers.length === 0) return undefined
  const read = htmlMarkdown(marked, { places, lists: 'marked', image: 'apart' })
  const text = bracketClozes(read.markdown)
  const cloze = parseCloze(text)
  if (cloze.faults.length > 0 || cloze.numbers.join() !== numbers.join()) return undefined
  return { content: { kind: 'cloze', text: { en: text, zh: text } }, image: read.image }
}

const LONGEST_SOURCE = 1000

/** What a cloze note says below its text. */
function sourceOf(row: NoteRow, type: AnkiNoteType, places: MediaPlaces): string {
  const [template] = type.templates
  if (template === undefined) return ''
  const html = renderTemplate(template.answer, {
    fields: fieldsOf(row, type, template),
    side: 'answer',
    cloze: () => '',
  })
  const { markdown } = htmlMarkdown(html, { places, lists: 'plain', image: 'within' })
  const line = markdown.replace(/(?:<br>|\s)+/g, ' ').trim()
  return line.length <= LONGEST_SOURCE ? line : `${line.slice(0, LONGEST_SOURCE)}…`
}

function fieldsOf(row: NoteRow, type: AnkiNoteType, template: AnkiTemplate): NamedFields {
  const own = type.fields.map((name, at) => [name, row.fields[at] ?? ''] as const)
  const levels = levelsOf(row.deck)
  return new Map([
    ['Tags', row.tags.join(' ')],
    ['Type', type.name],
    ['Deck', row.deck],
    ['Subdeck', levels.at(-1) ?? ''],
    ['Card', template.name],
    ...own,
  ])
}

/** Anki's own note type of them is told by its template. */
function isOcclusion(type: AnkiNoteType): boolean {
  return type.cloze && type.templates.some(({ question }) => question.includes('image-occlusion'))
}

function nameOf({ fields, guid }: NoteRow): string {
  const text = (fields[0] ?? '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [...(text || guid)].slice(0, 60).join('')
}

const MOST_LEVELS = 100

function levelsOf(deck: string): readonly [string, ...string[]] {
  const [first = 'Anki', ...rest] = deck
    .split('::')
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .slice(0, MOST_LEVELS)
  return [first, ...rest]
}

const NO_CARDS: Text = { en: 'a note without cards', zh: '没有卡片的笔记' }
const OCCLUSION: Text = {
  en: 'an image occlusion, which a terminal cannot show',
  zh: '终端无法显示的图片遮挡笔记',
}
const NOTHING_SHOWN: Text = {
  en: 'a note with nothing on one of its sides that a terminal can show',
  zh: '有一面没有终端可显示内容的笔记',
}
