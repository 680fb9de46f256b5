import { fenceAfter } from '../../core/fence.ts'
import { splitSpans } from '../../core/spans.ts'
import { hidesSomething, obsidianCloze } from './obsidian-cloze.ts'
import { readSchedules, SCHEDULE } from './obsidian-schedule.ts'
import { basicNote, type PlainDeck, type PlainNote } from './plain-note.ts'
import { withoutFrontMatter } from './without-front-matter.ts'

/**
 * Notes of the plugin Obsidian Spaced Repetition: `front::back`, `front:::back` (both ways), paragraphs with
 * `?` or `??` alone in a line between the sides, `==cloze==`; under each the comment with its schedule.
 * `#flashcards/deck` names the deck of what follows.
 */
export function readObsidian(text: string): PlainDeck {
  const { lines, from, title } = withoutFrontMatter(text)
  const notes: PlainNote[] = []
  let deck: string | undefined
  for (const paragraph of paragraphsIn(lines, from)) {
    const [first] = paragraph
    const tag = first && DECK_TAG.exec(first.text)
    const isAlone = tag && (tag[0] === first.text.trim() || paragraph.length > 1)
    const own = tag ? (deckNamed(tag[1]) ?? deck) : deck
    if (isAlone) deck = own
    const rest = tag
      ? [{ ...first, text: first.text.slice(tag[0].length) }, ...paragraph.slice(1)]
      : paragraph
    for (const note of notesOf(rest)) notes.push({ ...note, deck: own })
  }
  return { title, notes, remarks: [] }
}

const DECK_TAG = /^\s*(?:#flashcards((?:\/[^\s#]+)?)\s*)+/

/** Of several names the last. */
function deckNamed(path: string | undefined): string | undefined {
  return path ? path.slice(1).split('/').join('::') : undefined
}

interface NumberedLine {
  readonly text: string
  readonly number: number
  readonly isCode: boolean
}

/** Lines with none that is blank between them; code may hold blank ones. */
function* paragraphsIn(lines: readonly string[], from: number): Generator<readonly NumberedLine[]> {
  let paragraph: NumberedLine[] = []
  let fence: string | undefined
  for (const [at, text] of lines.entries()) {
    const before = fence
    fence = fenceAfter(text, fence)
    if (text.trim() === '' && before === undefined) {
      if (paragraph.length > 0) yield paragraph
      paragraph = []
    } else paragraph.push({ text, number: at + from, isCode: (before ?? fence) !== undefined })
  }
  if (paragraph.length > 0) yield paragraph
}

/** Each line with two colons is a note of its own; of the lines that are left the paragraph is one. */
function* notesOf(paragraph: readonly NumberedLine[]): Generator<PlainNote> {
  let held: NumberedLine[] = []
  for (let at = 0; at < paragraph.length; at++) {
    const line = paragraph[at] as NumberedLine
    const sides = line.isCode ? undefined : sidesOf(line.text)
    if (sides === undefined) {
      held.push(line)
      continue
    }
    const below = paragraph[at + 1]?.text ?? ''
    const hasSchedule = /^\s*<!--SR:/.test(below)
    yield* bothWays(line.number, sides, hasSchedule ? below : line.text)
    if (hasSchedule) at++
    held = []
  }
  yield* paragraphNotes(held)
}

interface Sides {
  readonly front: string
  readonly back: string
  readonly isReversed: boolean
}

/** The first marks that are not in code or mathematics; the longer ones are looked for first. */
function sidesOf(line: string): Sides | undefined {
  for (const marks of [':::', '::']) {
    const span = splitSpans(line).find(({ kind, source }) => kind === 'text' && source.includes(marks))
    if (span === undefined) continue
    const at = span.index + span.source.indexOf(marks)
    const [front, back] = [line.slice(0, at), line.slice(at + marks.length)].map(bare)
    if (front && back) return { front: withoutBullet(front), back, isReversed: marks === ':::' }
  }
  return undefined
}

/** Nor the mark of a task, which would be an option of ours. */
function withoutBullet(text: string): string {
  return text.replace(/^\s*[-*+] (?:\[[ xX]\] )?/, '')
}

/** Without schedule and the name of the block. */
function bare(text: string): string {
  return text
    .replace(SCHEDULE, '')
    .replace(/ \^[A-Za-z0-9-]+\s*$/, '')
    .trim()
}

function* bothWays(line: number, { front, back, isReversed }: Sides, comment: string): Generator<PlainNote> {
  const [first, second] = readSchedules(comment)
  yield { ...basicNote(line, front, back), schedules: first ? [first] : [] }
  if (isReversed) yield { ...basicNote(line, back, front), schedules: second ? [second] : [] }
}

function* paragraphNotes(lines: readonly NumberedLine[]): Generator<PlainNote> {
  const [first] = lines
  if (first === undefined) return
  const mark = lines.findIndex(({ text, isCode }) => !isCode && /^\s*\?{1,2}\s*$/.test(text))
  const comment = lines.find(({ text }) => SCHEDULE.test(text))?.text ?? ''
  const textOf = (part: readonly NumberedLine[]) => bare(part.map(({ text }) => text).join('\n'))
  if (mark > 0) {
    const [front, back] = [textOf(lines.slice(0, mark)), textOf(lines.slice(mark + 1))]
    const isReversed = lines[mark]?.text.trim() === '??'
    if (front && back) yield* bothWays(first.number, { front, back, isReversed }, comment)
  } else if (lines.some(({ text, isCode }) => !isCode && hidesSomething(text))) {
    const note = basicNote(first.number, '', '')
    const written = textOf(lines)
    const [text, former] = [obsidianCloze(written, 'shown'), obsidianCloze(written, 'left out')]
    const content = { kind: 'cloze', text, former } as const
    yield { ...note, content, schedules: readSchedules(comment) }
  }
}
