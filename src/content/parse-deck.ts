import type { Card, CardCommon, CardContent, CardPicture, Deck } from '../core/card.ts'
import { cleanText } from '../core/clean-text.ts'
import type { Fault } from '../core/fault.ts'
import { type CardId, cardId, type ExerciseId, exerciseId } from '../core/ids.ts'
import { isBesideDeck } from '../core/image-path.ts'
import { frontTags, itemsOf } from '../core/list-items.ts'
import { parsePicture } from '../core/pictures/picture-call.ts'
import { parseWeight, WEIGHT } from '../core/topic.ts'
import { type FieldName, PICTURE_FIELDS } from './deck-line.ts'
import { deriveId } from './derive-id.ts'
import { type Complain, readKind, textOf } from './note-kinds.ts'
import { type ScannedDeck, scanDeck } from './scan-deck.ts'
import type { ScannedNote } from './scan-note.ts'

export interface ParsedDeck {
  readonly deck: Deck
  readonly faults: readonly Fault[]
}

/**
 * Reads a deck. A broken note is a fault and the others still load; it never throws, whatever the text. What
 * is only asked of the program's own decks (ids, sources, both languages) is the linter's matter.
 * @param path names the deck and stands in the faults
 */
export function parseDeck(text: string, path: string): ParsedDeck {
  return parseScanned(scanDeck(text), path)
}

export function parseScanned(scanned: ScannedDeck, path: string): ParsedDeck {
  const shownPath = cleanText(path).replace(/\n/g, ' ')
  const faults: Fault[] = scanned.faults.map((fault) => ({ path: shownPath, ...fault }))
  const name = deckName(shownPath)
  const taken = new Map<string, number>()
  const tags = frontTags(scanned.front.get('tags')?.text ?? '')
  const cards = scanned.notes.flatMap((note) => {
    const before = faults.length
    for (const fault of note.faults) faults.push({ path: shownPath, ...fault })
    const read = readNote(note, name, taken, (line, message) =>
      faults.push({ path: shownPath, line, message }),
    )
    if (faults.length > before) return []
    return tags.length === 0 ? read : read.map((card) => withTags(card, tags))
  })
  const front = (key: string) => scanned.front.get(key)?.text || undefined
  const title = front('title') ?? front('title.zh') ?? name
  return {
    deck: {
      name,
      title: { en: title, zh: front('title.zh') ?? title },
      group: front('group') ?? name,
      path: shownPath,
      beyond: front('beyond') === 'true',
      weight: readWeight(scanned, (line, message) => faults.push({ path: shownPath, line, message })),
      cards,
    },
    faults,
  }
}

function withTags(card: Card, tags: readonly string[]): Card {
  return { ...card, tags: [...new Set([...card.tags, ...tags])] }
}

function readWeight({ front }: ScannedDeck, complain: Complain): number {
  const field = front.get('weight')
  const weight = field && parseWeight(field.text)
  if (field !== undefined && weight === undefined) {
    const { lowest, highest } = WEIGHT
    complain(field.line, {
      en: `The weight is "${field.text.slice(0, 80)}"; give it a whole number from ${lowest} to ${highest}.`,
      zh: `weight 是“${field.text.slice(0, 80)}”；请写 ${lowest} 到 ${highest} 之间的整数。`,
    })
  }
  return weight ?? WEIGHT.usual
}

function deckName(path: string): string {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return file.replace(/\.(?:md|markdown)$/i, '') || 'deck'
}

function readNote(
  note: ScannedNote,
  deck: string,
  taken: Map<string, number>,
  complain: Complain,
): readonly Card[] {
  const id = noteId(note, deck)
  const before = taken.get(id)
  if (before !== undefined) {
    complain(
      note.line,
      note.heading === undefined
        ? {
            en: `The same prompt stands in line ${before}; take one out.`,
            zh: `第 ${before} 行已有相同的题目；请删去一个。`,
          }
        : {
            en: `The id ${id} is already used in line ${before}; give this note another.`,
            zh: `id ${id} 已用于第 ${before} 行；请给这条笔记换一个。`,
          },
    )
    return []
  }
  taken.set(id, note.line)
  // What does not even have the form of a note would only give more faults of the same cause.
  if (note.faults.length > 0) return []
  const contents = readKind(note, complain)
  const common = readCommon(note, deck, id, complain)
  return contents.map((content) => ({ ...common, ...content, id: idOf(id, content) }))
}

/** The note's own id, or for a note without one an id that holds as long as its prompt is not changed. */
function noteId({ heading, fields }: ScannedNote, deck: string): CardId {
  if (heading !== undefined) return heading
  const former = (name: FieldName) => fields.get(name)?.former
  const prompt = former('Q') || former('Q.zh') || former('C') || former('C.zh') || ''
  return deriveId(deck, prompt)
}

/** The first hidden part goes by the note's id, so that a second one can be added later; see docs/deck-format.md. */
function idOf(note: CardId, content: CardContent): CardId {
  return content.kind === 'cloze' && content.hidden > 1 ? (cardId(`${note}#${content.hidden}`) ?? note) : note
}

function readCommon(note: ScannedNote, deck: string, id: CardId, complain: Complain): CardCommon {
  return {
    id,
    note: id,
    deck,
    tags: listOf(note, 'tags'),
    source: note.fields.get('source')?.text ?? '',
    exercises: idsOf<ExerciseId>(note, 'exercise', exerciseId, complain),
    after: idsOf<CardId>(note, 'after', linkId, complain),
    image: imageOf(note, complain),
    picture: pictureOf(note, complain),
    errata: textOf(note, 'errata'),
    line: note.line,
  }
}

/** A link to the first hidden part may spell its number. */
export function linkId(text: string): CardId | undefined {
  return cardId(text.replace(/#1$/, ''))
}

function idsOf<Id>(
  note: ScannedNote,
  name: 'exercise' | 'after',
  read: (text: string) => Id | undefined,
  complain: Complain,
) {
  return listOf(note, name).flatMap((text) => {
    const id = read(text)
    if (id !== undefined) return [id]
    const line = note.fields.get(name)?.line ?? note.line
    const shown = text.slice(0, 80)
    complain(line, {
      en: `"${shown}" in ${name} is not an id; separate ids by commas.`,
      zh: `${name} 中的“${shown}”不是 id；多个 id 请用逗号分隔。`,
    })
    return []
  })
}

function listOf(note: ScannedNote, name: FieldName): readonly string[] {
  return itemsOf(note.fields.get(name)?.text ?? '')
}

function imageOf(note: ScannedNote, complain: Complain): string | undefined {
  const field = note.fields.get('image')
  if (field === undefined || field.text === '') return undefined
  if (field.text.includes('\n')) {
    complain(field.line + 1, {
      en: 'This line is read as part of the path of the image above; move it to the field that it belongs to.',
      zh: '这一行被当成了上面图片路径的一部分；请移到它所属的字段。',
    })
  } else if (!isBesideDeck(field.text)) {
    complain(field.line, {
      en: 'The image lies outside the deck; give a path relative to the deck, without ...',
      zh: '图片在卡组之外；请给出相对于卡组的路径，不含 ..。',
    })
  }
  return field.text
}

function pictureOf(note: ScannedNote, complain: Complain): CardPicture | undefined {
  const [field, ...more] = PICTURE_FIELDS.flatMap((name) => {
    const found = note.fields.get(name)
    return found === undefined ? [] : [{ name, ...found }]
  })
  if (field === undefined) return undefined
  if (more.length > 0) {
    complain(field.line, {
      en: 'The note has two pictures; keep one.',
      zh: '这条笔记有两幅图；请只留一幅。',
    })
  }
  const parsed = parsePicture(field.text)
  if (parsed.kind === 'call')
    return { call: parsed.call, place: field.name === 'picture' ? 'answer' : 'question' }
  complain(field.line, parsed.message)
  return undefined
}
