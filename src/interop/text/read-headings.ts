import { fenceAfter } from '../../core/fence.ts'
import { basicNote, type PlainDeck, type PlainNote } from './plain-note.ts'
import { withoutFrontMatter } from './without-front-matter.ts'

/**
 * Notes of mdanki and md-to-anki: a heading of level two with the answer below it, or a longer question up to
 * a line `%`. Tags stand as links in a line of their own, `[#tag](file)`; a heading of level one is the
 * title.
 */
export function readHeadings(text: string): PlainDeck {
  const { lines, from, title } = withoutFrontMatter(text)
  const notes: PlainNote[] = []
  let heading: string | undefined
  let held: string[] | undefined
  let begun = 0
  let fence: string | undefined
  const finish = () => {
    const note = held && noteOf(begun, held)
    if (note !== undefined) notes.push(note)
    held = undefined
  }
  for (const [at, line] of lines.entries()) {
    const isCode = fence !== undefined
    fence = fenceAfter(line, fence)
    const [, marks, rest = ''] = (isCode ? null : /^(#{1,2})\s+(.*)$/.exec(line)) ?? []
    if (marks !== undefined) finish()
    if (marks === '#') heading ??= rest.trim()
    else if (marks === '##') {
      held = [rest]
      begun = at + from
    } else if (held !== undefined && (isCode || !/^-{3,}\s*$/.test(line))) held.push(line)
  }
  finish()
  return { title: title ?? heading, notes, remarks: [] }
}

const TAGS = /^\s*(?:\[#[^\]\n]+\]\([^)\n]*\)\s*)+$/

/** Undefined where only a prompt is there. */
function noteOf(line: number, lines: readonly string[]): PlainNote | undefined {
  const tags = lines
    .filter((text) => TAGS.test(text))
    .flatMap((text) => [...text.matchAll(/\[#([^\]\n]+)\]/g)])
  const texts = lines.filter((text) => !TAGS.test(text))
  const mark = texts.findIndex((text) => text.trim() === '%')
  const split = mark < 0 ? 1 : mark
  const note = basicNote(
    line,
    texts.slice(0, split).join('\n'),
    texts.slice(mark < 0 ? 1 : mark + 1).join('\n'),
  )
  const { content } = note
  if (content.kind !== 'basic' || content.prompt === '' || content.answer === '') return undefined
  return { ...note, tags: tags.map(([, tag = '']) => tag.trim()) }
}
