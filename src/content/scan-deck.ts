import { cleanText } from '../core/clean-text.ts'
import { didYouMean } from '../core/did-you-mean.ts'
import { cardId } from '../core/ids.ts'
import {
  FIELD_NAMES,
  type Field,
  type FieldName,
  type LineComplaint,
  matchField,
  matchLet,
  type ScannedLet,
} from './deck-line.ts'

/** A deck as its lines say it, before anyone asks what it means. */
export interface ScannedDeck {
  /** The lines between the dashes, by their names; empty without front matter. */
  readonly front: ReadonlyMap<string, Field>
  readonly notes: readonly ScannedNote[]
  readonly faults: readonly LineComplaint[]
}

export interface ScannedNote {
  /** What stands behind `##`; undefined for a note that only has fields. */
  readonly heading: string | undefined
  readonly line: number
  readonly fields: ReadonlyMap<FieldName, Field>
  readonly lets: readonly ScannedLet[]
  readonly faults: readonly LineComplaint[]
}

/** Never throws, whatever the text. */
export function scanDeck(text: string): ScannedDeck {
  const lines = cleanText(text).split('\n')
  const frontLines = frontMatterLength(lines)
  const faults: LineComplaint[] = []
  if (frontLines === 0 && lines[0]?.trim() === '---') {
    faults.push({
      line: 1,
      message: {
        en: 'The front matter is never closed; end it with a line of three dashes.',
        zh: '文件头没有结束；请用一行三个短横线结束它。',
      },
    })
  }
  const scanner = createScanner()
  lines.slice(frontLines).forEach((line, at) => {
    scanner.line(line, frontLines + at + 1)
  })
  return { front: scanFront(lines.slice(1, Math.max(frontLines - 1, 1))), notes: scanner.end(), faults }
}

function frontMatterLength(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0
  return lines.findIndex((line, at) => at > 0 && line.trim() === '---') + 1
}

function scanFront(lines: readonly string[]): ReadonlyMap<string, Field> {
  const front = new Map<string, Field>()
  lines.forEach((line, at) => {
    const colon = line.indexOf(':')
    if (colon < 0) return
    const text = line.slice(colon + 1).trim()
    const isQuoted = text.length > 1 && /^["']/.test(text) && text.endsWith(text.charAt(0))
    front.set(line.slice(0, colon).trim(), { text: isQuoted ? text.slice(1, -1) : text, line: at + 2 })
  })
  return front
}

interface OpenNote {
  readonly heading: string | undefined
  readonly line: number
  readonly fields: Map<FieldName, { lines: string[]; line: number }>
  readonly lets: ScannedLet[]
  readonly faults: LineComplaint[]
}

/** Takes a deck line by line. What it has read so far lies in its closures: a note, in it a field, in that a code fence. */
function createScanner() {
  const notes: ScannedNote[] = []
  let note: OpenNote | undefined
  let field: { lines: string[] } | undefined
  let fence: { readonly marker: string; readonly line: number } | undefined

  function line(text: string, number: number): void {
    const heading = headingOf(text)
    // A fence that is never closed must not swallow the notes behind it.
    if (heading !== undefined && (fence === undefined || cardId(heading) !== undefined)) {
      beginAtHeading(heading, number)
    } else if (fence !== undefined) {
      field?.lines.push(text)
      if (closesFence(text, fence.marker)) fence = undefined
    } else {
      outsideFence(text, number)
    }
  }

  function beginAtHeading(heading: string, number: number): void {
    finishNote()
    if (isIdLike(heading)) note = openNote(heading, number)
  }

  function outsideFence(text: string, number: number): void {
    const found = matchField(text) ?? matchLet(text)
    if (found?.kind === 'field') beginField(found.name, found.rest, number)
    else if (found?.kind === 'let') {
      note?.lets.push({ ...found.let, line: number })
      field = undefined
    } else addLine(text, number)
  }

  function beginField(name: FieldName, rest: string, number: number): void {
    if (note === undefined || (note.heading === undefined && beginsAnother(note, name))) {
      finishNote()
      note = openNote(undefined, number)
    }
    if (note.fields.has(name)) {
      note.faults.push({
        line: number,
        message: {
          en: `The field ${name} stands twice in this note; join them, or begin a new note with ## deck/slug.`,
          zh: `字段 ${name} 在这条笔记中出现了两次；请合并，或用 ## deck/slug 另起一条笔记。`,
        },
      })
    }
    const opened = { lines: [rest], line: number }
    note.fields.set(name, opened)
    field = opened
  }

  function addLine(text: string, number: number): void {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1]
    if (marker !== undefined && field !== undefined) fence = { marker, line: number }
    if (field !== undefined) field.lines.push(text)
    else if (note !== undefined && text.trim() !== '') {
      const hint = didYouMean(/^ {0,3}([A-Za-z.-]{3,20}) ?[:：]/.exec(text)?.[1] ?? '', FIELD_NAMES)
      note.faults.push({
        line: number,
        message: {
          en: `This line belongs to no field${hint.en}; begin it with a field such as Q: or A:.`,
          zh: `这一行不属于任何字段${hint.zh}；请以 Q: 或 A: 这样的字段开头。`,
        },
      })
    }
  }

  function finishNote(): void {
    if (fence !== undefined) {
      note?.faults.push({
        line: fence.line,
        message: {
          en: `This code fence is never closed; close it with ${fence.marker.slice(0, 8)}.`,
          zh: `这个代码块没有结束；请用 ${fence.marker.slice(0, 8)} 结束它。`,
        },
      })
    }
    if (note !== undefined) notes.push(closeNote(note))
    note = undefined
    field = undefined
    fence = undefined
  }

  return {
    line,
    end(): readonly ScannedNote[] {
      finishNote()
      return notes
    },
  }
}

/** The text behind `##`, or the empty text for any other heading that ends a note. */
function headingOf(line: string): string | undefined {
  if (line.startsWith('## ')) return line.slice(3).trim()
  return line.startsWith('# ') ? '' : undefined
}

/** `## Some section` in a user's deck groups notes; one word with a slash means an id. */
function isIdLike(heading: string): boolean {
  return heading.includes('/') && !/\s/.test(heading)
}

function openNote(heading: string | undefined, line: number): OpenNote {
  return { heading, line, fields: new Map(), lets: [], faults: [] }
}

/** Without headings, a second prompt (or any field for the second time) begins the next note. */
function beginsAnother(note: OpenNote, name: FieldName): boolean {
  const hasPrompt = note.fields.has('Q') || note.fields.has('C')
  return note.fields.has(name) || (hasPrompt && (name === 'Q' || name === 'C'))
}

function closesFence(line: string, marker: string): boolean {
  const found = line.trim()
  return found.startsWith(marker) && found === marker.charAt(0).repeat(found.length)
}

function closeNote(note: OpenNote): ScannedNote {
  const fields = [...note.fields].map(
    ([name, { lines, line }]) => [name, { text: trimLines(lines), line }] as const,
  )
  return { ...note, fields: new Map(fields) }
}

function trimLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}
