import { parseCloze } from '../../core/cloze.ts'
import type { Text } from '../../core/locale.ts'
import { hideCloze, markClozes, splitClozes } from '../anki/read/cloze-marks.ts'
import { hideParts } from '../text/hide-parts.ts'
import { basicNote, type LineRemark, type PlainDeck, type PlainNote } from '../text/plain-note.ts'
import { readRows } from './read-rows.ts'
import { readHeader, SAID, type TableHeader } from './table-header.ts'

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
  const isSaid = SAID.test(text)
  const form = { delimiter: header.delimiter, ...(header.isAnki ? { comment: '#' } : {}) }
  readRows(text, form, (cells, line) => {
    if (line === 1 && isSaid) return
    if (cells.length === 1 && cells[0]?.startsWith('#')) return
    if (width === undefined) {
      width = header.columns.length || cells.length
      if (names.length === 0 && isTitleRow(cells)) {
        names = cells
        return
      }
    }
    if (cells.length !== width) remark(line, wrongWidth(cells.length, width))
    const read = notesOfRow(cells, line, { ...header, columns: names }, htmlText)
    if (read.length === 0) remark(line, cells.some(isOcclusion) ? OCCLUSION : NO_SIDES)
    notes.push(...read)
  })
  return { title: undefined, notes, remarks }
}

const FRONTS = /^(?:front|question|term|prompt|text|word|问题|题目|正面|术语|单词)$/i
const BACKS = /^(?:back|answer|definition|extra|meaning|translation|答案|背面|反面|定义|释义|解释|翻译)$/i
const TAGS = /^(?:tags?|标签)$/i

/** Titles name both sides, whatever further columns there are. */
function isTitleRow(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter((cell) => !TAGS.test(cell))
  return FRONTS.test(names[0] ?? '') && BACKS.test(names[1] ?? '')
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
export const OCCLUSION: Text = {
  en: 'This row hides parts of an image, which a terminal cannot show; it is left out.',
  zh: '这一行遮挡图片的一部分，终端无法显示，已略去。',
}

function isOcclusion(cell: string): boolean {
  return /^\s*\{\{c\d+::image-occlusion:/.test(cell)
}

function notesOfRow(
  cells: readonly string[],
  line: number,
  { places, columns, ...header }: TableHeader,
  htmlText: (html: string) => string,
): readonly PlainNote[] {
  const meta = new Set(Object.values(places))
  const namedTags = columns.findIndex((name) => TAGS.test(name.trim()))
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
  if (isOcclusion(front)) return []
  if (/\{\{c\d+::/.test(front)) return clozeNotes(line, front, answer).map((note) => ({ ...note, ...common }))
  if (front === '' || answer === '') return []
  const isReversed = /reverse/i.test(notetype)
  const note = { ...basicNote(line, front, answer), ...common }
  return isReversed ? [note, { ...basicNote(line, answer, front), ...common, part: 1 }] : [note]
}

/**
 * One note, where ours can hide what Anki hides: of clozes within others, in code and in formulas each number
 * is a question. What is shown with every part stands below, where it is always to be seen.
 */
function clozeNotes(line: number, text: string, extra: string): readonly PlainNote[] {
  const below = extra === '' ? '' : `\n\n${extra}`
  const { html: marked, numbers, isNested } = markClozes(text)
  const hide = (html: string) => hideParts([...splitClozes(html), { text: below, number: undefined }])
  const cloze = hide(marked)
  const read = parseCloze(cloze)
  if (!isNested && read.faults.length === 0 && read.numbers.join() === numbers.join())
    return [
      {
        ...basicNote(line, '', ''),
        content: { kind: 'cloze', text: cloze, former: hide(markClozes(text.replace(HINT, '$1')).html) },
      },
    ]
  return numbers.map((number) => {
    const { prompt, answer } = hideCloze(text, number)
    return { ...basicNote(line, prompt, answer + below), part: number - 1 }
  })
}

const HINT = /(\{\{c\d{1,2}::(?:(?!::|\{\{|\}\}).)*)::(?:(?!\{\{|\}\}).)*(?=\}\})/gs
