import type { Text } from '../../core/locale.ts'
import { type ClozeStretch, hideParts } from '../text/hide-parts.ts'
import { basicNote, type LineRemark, type PlainDeck, type PlainNote } from '../text/plain-note.ts'
import { readRows } from './read-rows.ts'
import { readHeader, type TableHeader } from './table-header.ts'

/** So many remarks are kept. */
const MOST_REMARKS = 1000

/**
 * A table of notes as Anki and others write it: the columns that header lines name, then front, back and what
 * else there is; without them front and back, as Quizlet has them.
 * @param htmlText how a field of HTML becomes a text of ours
 */
export function readNotes(text: string, ending: string, htmlText: (html: string) => string): PlainDeck {
  const header = readHeader(text, ending)
  const notes: PlainNote[] = []
  const remarks: LineRemark[] = []
  const remark = (line: number, message: Text) => {
    if (remarks.length < MOST_REMARKS) remarks.push({ line, message })
  }
  let width: number | undefined
  let names = header.columns
  readRows(text, { delimiter: header.delimiter, comment: '#' }, (cells, line) => {
    if (width === undefined) {
      width = header.columns.length || cells.length
      if (names.length === 0 && isTitleRow(cells)) {
        names = cells
        return
      }
    }
    if (cells.length !== width) remark(line, wrongWidth(cells.length, width))
    const read = notesOfRow(cells, line, { ...header, columns: names }, htmlText)
    if (read.length === 0) remark(line, NO_SIDES)
    notes.push(...read)
  })
  return { title: undefined, notes, remarks }
}

const TITLES =
  /^(?:front|back|question|answer|term|definition|prompt|text|extra|tags?|问题|答案|正面|背面|术语|定义)$/i

function isTitleRow(cells: readonly string[]): boolean {
  return cells.length >= 2 && cells.every((cell) => TITLES.test(cell.trim()))
}

function wrongWidth(cells: number, width: number): Text {
  return {
    en: `This row has ${cells} columns, and the first ${width}.`,
    zh: `这一行有 ${cells} 列，首行有 ${width} 列。`,
  }
}

const NO_SIDES: Text = {
  en: 'This row has no front or no back; it is left out.',
  zh: '这一行缺少正面或背面，已略去。',
}

function notesOfRow(
  cells: readonly string[],
  line: number,
  { places, columns, ...header }: TableHeader,
  htmlText: (html: string) => string,
): readonly PlainNote[] {
  const meta = new Set(Object.values(places))
  const namedTags = columns.findIndex((name) => /^tags?$/i.test(name))
  const tagsAt = places.tags ?? (namedTags < 0 ? undefined : namedTags)
  const isField = (at: number) => !meta.has(at) && at !== tagsAt
  const textOf = (cell: string) => (header.isHtml ? htmlText(cell) : cell.replace(/\r\n?/g, '\n')).trim()
  const [front = '', back = '', ...more] = cells.filter((_, at) => isField(at)).map(textOf)
  const cellAt = (at: number | undefined) => (at === undefined ? undefined : cells[at]?.trim() || undefined)
  const common = {
    guid: cellAt(places.guid),
    deck: cellAt(places.deck) ?? header.deck,
    tags: [...header.tags, ...(cellAt(tagsAt) ?? '').split(/\s+/).filter((tag) => tag !== '')],
  }
  const notetype = cellAt(places.notetype) ?? header.notetype ?? ''
  const answer = [back, ...more].filter((part) => part !== '').join('\n\n')
  if (/\{\{c\d+::/.test(front)) return [{ ...clozeNote(line, front, answer), ...common }]
  if (front === '' || answer === '') return []
  const isReversed = /reverse/i.test(notetype)
  const note = { ...basicNote(line, front, answer), ...common }
  return isReversed ? [note, { ...basicNote(line, answer, front), ...common, part: 1 }] : [note]
}

const CLOZE = /\{\{c(\d{1,2})::([\s\S]*?)(?:::([\s\S]*?))?\}\}/g

/** What is shown with every part of it stands below, where it is always to be seen. */
function clozeNote(line: number, text: string, extra: string): PlainNote {
  const stretches: ClozeStretch[] = []
  let from = 0
  for (const found of text.matchAll(CLOZE)) {
    const [whole, number, hidden = ''] = found
    stretches.push({ text: text.slice(from, found.index), number: undefined })
    stretches.push({ text: hidden, number: Number(number) || 1 })
    from = found.index + whole.length
  }
  stretches.push({ text: `${text.slice(from)}${extra === '' ? '' : `\n\n${extra}`}`, number: undefined })
  return { ...basicNote(line, '', ''), content: { kind: 'cloze', text: hideParts(stretches) } }
}
