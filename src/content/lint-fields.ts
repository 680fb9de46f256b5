import { didYouMean, nearest } from '../core/did-you-mean.ts'
import type { Text } from '../core/locale.ts'
import { FIELD_NAMES, type Field, type FieldName } from './deck-line.ts'
import type { Complain } from './note-kinds.ts'
import type { ScannedDeck, ScannedNote } from './scan-deck.ts'

/** Whether the picture lies beside its deck. */
export type HasImage = (image: string) => boolean

/** Names that mean nothing, and pictures that are not there: what the parser lets pass in any deck. */
export function lintFields(deck: ScannedDeck, hasImage: HasImage, complain: Complain): void {
  for (const [name, { line }] of deck.front) if (!FRONT.includes(name)) complain(line, unknownFront(name))
  for (const note of deck.notes) {
    for (const [name, field] of note.fields) lintLines(name, field, complain)
    lintImage(note, hasImage, complain)
  }
}

/** One language asks and the other answers. */
export function lintAnswered(note: ScannedNote, complain: Complain): void {
  const holds = (name: FieldName) => Boolean(note.fields.get(name)?.text)
  if (!holds('A') && !holds('A.zh')) return
  for (const [prompt, answer] of PAIRS) {
    const [present, missing] = holds(prompt) ? [prompt, answer] : [answer, prompt]
    if (holds(present) && !holds(missing)) {
      complain(note.fields.get(present)?.line ?? note.line, {
        en: `The note has ${present} but no ${missing}; translate it, or take ${present} out.`,
        zh: `这条笔记有 ${present} 却没有 ${missing}；请补上译文，或删去 ${present}。`,
      })
    }
  }
}

const PAIRS = [
  ['Q', 'A'],
  ['Q.zh', 'A.zh'],
] as const

const FRONT = ['title', 'title.zh', 'group', 'beyond', 'weight']

function unknownFront(name: string): Text {
  const hint = didYouMean(name, FRONT)
  return {
    en: `The front matter's ${name} is unknown${hint.en}; use ${FRONT.join(', ')}.`,
    zh: `文件头中没有 ${name} 这一项${hint.zh}；可用的有 ${FRONT.join('、')}。`,
  }
}

/** Lines that were meant as a field of their own, and are read as part of the field above. */
function lintLines(name: FieldName, field: Field, complain: Complain): void {
  const lines = field.text.split('\n')
  const firstStray = MANY_LINES.has(name) ? strayOf(lines) : 1
  let isCode = false
  for (const [at, line] of lines.entries()) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) isCode = !isCode
    if (!isCode) lintLine(name, line, { isStray: at >= firstStray, number: field.line + at }, complain)
  }
}

/** Of prose only the last line, if it is the only one that is written like a field: more of them are a list. */
function strayOf(lines: readonly string[]): number {
  const alike = lines.filter((line) => /^[a-z]{3,14}[:：]/.test(line))
  const isLast = lines.length > 1 && alike.length === 1 && alike[0] === lines.at(-1)
  return isLast ? lines.length - 1 : lines.length
}

function lintLine(
  name: FieldName,
  line: string,
  { isStray, number }: { readonly isStray: boolean; readonly number: number },
  complain: Complain,
): void {
  const written = /^\s{0,3}([A-Za-z]{1,14}(?:\.[a-z]{2})?)\s?[:：]/.exec(line)?.[1]
  if (written === undefined) return
  const meant = MISSPELT.get(written.toLowerCase()) ?? slipIn(written)
  if (meant !== undefined) {
    complain(number, {
      en: `"${written}:" is no field; write ${meant}: at the beginning of the line.`,
      zh: `没有字段“${written}:”；请在行首写 ${meant}:。`,
    })
  } else if (isStray) {
    const hint = didYouMean(written, FIELD_NAMES)
    complain(number, {
      en: `"${written}:" is no field${hint.en}, and is read as part of ${name}; take it out.`,
      zh: `没有字段“${written}:”${hint.zh}，这一行被当成了 ${name} 的一部分；请删去。`,
    })
  }
}

/** Of the longer names, which are in small letters: prose that begins with a word and a colon begins with a capital, or with a short name (`init:`). */
function slipIn(written: string): string | undefined {
  return /^[a-z]{5}/.test(written) ? nearest(written, FIELD_NAMES) : undefined
}

/** Prose, in which a line may well begin with a word and a colon. */
const MANY_LINES: ReadonlySet<FieldName> = new Set([
  ...(['Q', 'A', 'C', 'errata'] as const),
  ...(['Q.zh', 'A.zh', 'C.zh', 'errata.zh'] as const),
])

const MISSPELT: ReadonlyMap<string, FieldName> = new Map([
  ...FIELD_NAMES.map((name) => [name.toLowerCase(), name] as const),
  ['tag', 'tags'],
  ['sources', 'source'],
  ['exercises', 'exercise'],
  ['erratum', 'errata'],
  ['img', 'image'],
  ['pictures', 'picture'],
  ['units', 'unit'],
  ['prerequisites', 'after'],
  ['question', 'Q'],
  ['answer', 'A'],
  ['cloze', 'C'],
  ['q.cn', 'Q.zh'],
  ['a.cn', 'A.zh'],
])

function lintImage({ fields }: ScannedNote, hasImage: HasImage, complain: Complain): void {
  const image = fields.get('image')
  if (!image?.text || hasImage(image.text)) return
  complain(image.line, {
    en: `There is no image ${image.text} beside the deck; put it there, or correct the path.`,
    zh: `卡组旁边没有图片 ${image.text}；请放到那里，或改正路径。`,
  })
}
