import { cleanText } from '../core/clean-text.ts'
import { type CardId, cardId } from '../core/ids.ts'
import {
  type Field,
  type FieldName,
  fitsField,
  isNumericField,
  isProse,
  type LineComplaint,
  type LineRole,
  roleOf,
  wasField,
} from './deck-line.ts'
import { readFrontMatter } from './front-matter.ts'
import { COMMENT, markLines } from './mark-lines.ts'
import { type NoteLine, readNoteLines, type ScannedNote } from './scan-note.ts'
import { formOf, type NoteEnd, neverClosed, noCard, noId } from './stray-text.ts'
import { type DeckLine, isOfCard, isPrompt, surroundedLines } from './surrounded-lines.ts'

/** A deck as its lines say it, before anyone asks what it means. */
export interface ScannedDeck {
  /** The lines between the dashes, by their names; empty without front matter. */
  readonly front: ReadonlyMap<string, Field>
  readonly notes: readonly ScannedNote[]
  readonly faults: readonly LineComplaint[]
}

/** Never throws, whatever the text. */
export function scanDeck(text: string): ScannedDeck {
  const lines = cleanText(text).split('\n')
  const front = readFrontMatter(lines)
  const faults = [...front.faults]
  const scanner = createScanner(faults)
  for (const line of surroundedLines(markLines(lines, front.length))) scanner.line(line)
  return { front: front.fields, notes: scanner.end(), faults }
}

interface OpenNote {
  readonly heading: CardId | undefined
  readonly line: number
  readonly names: Set<FieldName>
  readonly lines: NoteLine[]
  readonly faults: LineComplaint[]
  /** The field that a line of text would go on. */
  field: FieldName | undefined
  /** Lines behind a rule or a small heading are no more of it. */
  isEnded: boolean
}

/** Takes a deck line by line. What it has read so far lies in its closures: the notes, and the one that is open. */
function createScanner(faults: LineComplaint[]) {
  const notes: ScannedNote[] = []
  let note: OpenNote | undefined
  let ended: NoteEnd = { by: 'nothing' }
  let isStray = false
  const strayForms = new Set<ReturnType<typeof formOf>>()

  function line(read: DeckLine): void {
    const { role, kind } = read
    if (kind === 'comment') keepFormer(read)
    else if (role.kind === 'heading') heading(read, role)
    else if (role.kind === 'rule') rule(read, role.dashes)
    else if (role.kind === 'field') field(read, role)
    else if (role.kind === 'let') directive(read, role)
    else text(read)
    // Behind the line, which may begin the note.
    if (read.unclosed !== undefined) complainOpen(read, read.unclosed)
  }

  function complainOpen({ number }: DeckLine, marks: string): void {
    const isInside = note !== undefined && !note.isEnded && marks !== COMMENT
    const list = isInside ? note?.faults : faults
    list?.push({ line: number, message: neverClosed(marks) })
  }

  function heading(read: DeckLine, { level, title }: Extract<LineRole, { kind: 'heading' }>): void {
    const id = level === 2 ? idOf(title) : undefined
    if (id !== undefined) {
      finishNote()
      note = openNote(id, read.number)
    } else if (note === undefined || note.isEnded || isSection(read, level)) {
      if (level > 2) endNote(read)
      else finishNote()
      ended = { by: 'heading', line: read.number, isFirst: notes.length === 0 && note === undefined }
      if (level === 2 && isMeantAsId(title)) faults.push({ line: read.number, message: noId(title) })
    } else {
      push(read, { kind: 'text' }, level <= 2)
    }
  }

  /**
   * A comment in code stands right below a line of the text, and not above a field or another heading; a small
   * heading stands right above a card.
   */
  function isSection(read: DeckLine, level: number): boolean {
    if (level <= 2)
      return level === 2 || read.isBehindBlank || note?.field === undefined || isBegun(read.below)
    return read.isBehindBlank && (isPrompt(read.next) || read.next?.kind === 'heading')
  }

  function rule(read: DeckLine, dashes: number): void {
    if (note === undefined) return
    const { next } = read
    if (note.isEnded || (next?.kind === 'field' && !isPrompt(next))) keepFormer(read)
    else if (dashes > 3 && !read.isBehindBlank) text({ ...read, role: { kind: 'text' } })
    else if (isComplete(note) || next === undefined || next.kind !== 'text') {
      endNote(read)
      ended = { by: 'rule', line: read.number, isFirst: false }
    } else push(read, { kind: 'text' })
  }

  function field(read: DeckLine, role: Extract<LineRole, { kind: 'field' }>): void {
    const isOpen = note !== undefined && !note.isEnded
    if (isOpen && isNumericField(role.name)) directive(read, role)
    else if (isOpen && isProse(note?.field) && (isText(role) || isDrive(read, role) || isListed(read, note)))
      push(read, { kind: 'text' }, true)
    else {
      if (note === undefined || note.isEnded || beginsAnother(note, role.name, read)) {
        finishNote()
        note = openNote(undefined, read.number)
      }
      note.names.add(role.name)
      note.field = role.name
      push(read, role)
    }
  }

  /** Only when the whole note is known it is told from a line of the text. */
  function directive(read: DeckLine, role: Extract<LineRole, { kind: 'field' | 'let' }>): void {
    if (
      note === undefined ||
      note.isEnded ||
      (role.kind === 'field' && beginsNumeric(note, role.name, read))
    ) {
      finishNote()
      note = openNote(undefined, read.number)
    }
    if (role.kind === 'field') note.names.add(role.name)
    push(read, role)
  }

  function text(read: DeckLine): void {
    const role = read.role.kind === 'blank' ? read.role : ({ kind: 'text' } as const)
    if (note !== undefined && !note.isEnded) push(read, role, wasField(read.text))
    else {
      keepFormer(read)
      if (role.kind === 'blank') return
      const form = formOf(read.text)
      // Told once for all that lies together, but for each form in it.
      if (!isStray || (form !== undefined && !strayForms.has(form)))
        faults.push({ line: read.number, message: noCard(read.text, ended) })
      if (!isStray) strayForms.clear()
      if (form !== undefined) strayForms.add(form)
      isStray = true
    }
  }

  function push({ number, text, source }: DeckLine, role: NoteLine['role'], endsFormer = false): void {
    isStray = false
    note?.lines.push({ number, role, text, former: role.kind === 'field' ? undefined : source, endsFormer })
  }

  /** What is no text any more, and was one once. */
  function keepFormer({ number, source }: DeckLine): void {
    const was = roleOf(source)
    const endsFormer =
      was.kind === 'field' || was.kind === 'let' || (was.kind === 'heading' && was.level <= 2)
    note?.lines.push({ number, role: { kind: 'blank' }, text: undefined, former: source, endsFormer })
  }

  function endNote(read: DeckLine): void {
    isStray = false
    keepFormer(read)
    if (note !== undefined) note.isEnded = true
  }

  function finishNote(): void {
    isStray = false
    if (note === undefined) return
    const { fields, lets, faults: own, remarks } = readNoteLines(note.lines)
    notes.push({ heading: note.heading, line: note.line, fields, lets, faults: [...note.faults, ...own] })
    faults.push(...remarks)
    note = undefined
  }

  return {
    line,
    end(): readonly ScannedNote[] {
      finishNote()
      return notes
    },
  }
}

/** Any other heading, as `## TCP/IP` and `## Some section` in a user's deck, groups notes. */
function idOf(title: string): CardId | undefined {
  return title.includes('#') ? undefined : cardId(title)
}

/** An id begins with a small letter and has no spaces; `src/main.py` and `http/1.1` are names of something else. */
function isMeantAsId(title: string): boolean {
  return /^[a-z][\w-]*\/[\w#-]+$/.test(title)
}

function openNote(heading: CardId | undefined, line: number): OpenNote {
  return { heading, line, names: new Set(), lines: [], faults: [], field: undefined, isEnded: false }
}

/** Whether a line within a text would be one of it. */
function isText(role: LineRole | undefined): boolean {
  if (role?.kind === 'field') return isNumericField(role.name) || !fitsField(role.name, role.rest)
  return role?.kind === 'text' || role?.kind === 'let'
}

/** What a title stands above; a line `#` below another is a comment of two lines. */
function isBegun(role: LineRole | undefined): boolean {
  return (role?.kind === 'heading' && role.level > 1) || (role?.kind === 'field' && !isText(role))
}

function isComplete({ names }: OpenNote): boolean {
  return (['A', 'A.zh', 'C', 'C.zh'] as const).some((name) => names.has(name))
}

/** `C: the system drive` in a list of drives: nothing is hidden, and no card would begin without a blank line above. */
function isDrive({ isBehindBlank, hasBracket }: DeckLine, { name }: Extract<LineRole, { kind: 'field' }>) {
  return name === 'C' && !isBehindBlank && !hasBracket
}

/** `source: the origin` right below `title: the name`, which is no field: they are a list of keys. */
function isListed({ role, number }: DeckLine, note: OpenNote | undefined): boolean {
  const above = note?.lines.at(-1)
  const isKey = above?.role.kind === 'text' && /^[a-z][\w-]{0,30}[:：] ?\S/.test(above.text ?? '')
  return isKey && above.number === number - 1 && isOfCard(role)
}

/**
 * Without headings, a second prompt (or any field for the second time) begins the next note, and so does a
 * prompt further down than a stray answer or a card in Chinese; with one, a prompt behind an answer or
 * further down. Tags and the like above a prompt are of its card.
 */
function beginsAnother(
  note: OpenNote,
  name: FieldName,
  { isBehindBlank, isAbovePrompt, role }: DeckLine,
): boolean {
  const { heading, names } = note
  if (isOfCard(role) && isAbovePrompt && isBehindBlank && isComplete(note)) return true
  const asksAgain = isSecondPrompt(names, name)
  if (heading !== undefined) return asksAgain && (isBehindBlank || isComplete(note))
  return (
    names.has(name) ||
    asksAgain ||
    (isPrompt(role) && isBehindBlank && (isAnswerAlone(note) || isChineseWhole(note)))
  )
}

/** A cloze has no question, in whichever language. */
function isSecondPrompt(names: ReadonlySet<FieldName>, name: FieldName): boolean {
  if (name === 'Q' || name === 'Q.zh') return names.has(name) || names.has('C') || names.has('C.zh')
  return (name === 'C' || name === 'C.zh') && (names.has(name) || names.has('Q') || names.has('Q.zh'))
}

/** What stands in English behind it is no translation, for that comes first. */
function isChineseWhole({ names }: OpenNote): boolean {
  return (names.has('Q.zh') && names.has('A.zh')) || names.has('C.zh')
}

function isAnswerAlone({ names }: OpenNote): boolean {
  const isAsked = (['Q', 'Q.zh', 'C', 'C.zh'] as const).some((name) => names.has(name))
  return names.has('A') && !isAsked
}

/** A note may begin with what it computes. */
function beginsNumeric(note: OpenNote, name: FieldName, { isBehindBlank }: DeckLine): boolean {
  return (
    note.heading === undefined &&
    isBehindBlank &&
    note.names.has(name) &&
    isComplete(note) &&
    name !== 'answer'
  )
}
