import { didYouMean, nearest } from '../core/did-you-mean.ts'
import { fenceAfter } from '../core/fence.ts'
import type { Text } from '../core/locale.ts'
import { FIELD_NAMES, type Field, type FieldName, fitsField, isProse, roleOf } from './deck-line.ts'
import { FRONT_NAMES } from './front-matter.ts'
import type { Complain } from './note-kinds.ts'
import type { ScannedDeck } from './scan-deck.ts'
import type { ScannedNote } from './scan-note.ts'

/** Whether the image lies beside its deck. */
export type HasImage = (image: string) => boolean

/** Names that mean nothing, and images that are not there: what the parser lets pass in any deck. */
export function lintFields(deck: ScannedDeck, hasImage: HasImage, complain: Complain): void {
  for (const [name, { line }] of deck.front)
    if (!FRONT_NAMES.some((known) => known === name)) complain(line, unknownFront(name))
  for (const note of deck.notes) {
    for (const [name, field] of note.fields) lintLines(name, field, complain)
    lintImage(note, hasImage, complain)
    lintTags(note, complain)
  }
}

/** One language asks and the other answers. */
export function lintAnswered(note: ScannedNote, complain: Complain): void {
  const holds = (name: FieldName) => Boolean(note.fields.get(name)?.text)
  const answer = [note.fields.get('A'), note.fields.get('A.zh')].find((field) => field?.text)
  if (answer === undefined) return
  if (holds('C') || holds('C.zh')) complain(answer.line, NOT_SHOWN)
  // Without any prompt the parser has told it.
  if (!holds('Q') && !holds('Q.zh')) return
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

const NOT_SHOWN: Text = {
  en: 'A cloze has no answer besides what it hides, so that A is never shown; move it into C or errata.',
  zh: '填空题的答案就是被隐藏的部分，A 不会显示；请移到 C 或 errata 中。',
}

const PAIRS = [
  ['Q', 'A'],
  ['Q.zh', 'A.zh'],
] as const

function unknownFront(name: string): Text {
  const hint = didYouMean(name, FRONT_NAMES)
  return {
    en: `The front matter's ${name} is unknown${hint.en}; use ${FRONT_NAMES.join(', ')}.`,
    zh: `文件头中没有 ${name} 这一项${hint.zh}；可用的有 ${FRONT_NAMES.join('、')}。`,
  }
}

/** Lines that were meant as a field of their own, and are read as part of the field above. */
function lintLines(name: FieldName, field: Field, complain: Complain): void {
  const lines = field.text.split('\n')
  const firstStray = isProse(name) ? strayOf(lines) : 1
  let fence: string | undefined
  for (const [at, line] of lines.entries()) {
    const isCode = fence !== undefined
    fence = fenceAfter(line, fence)
    if (isCode || fence !== undefined) continue
    lintLine(name, line, { isFirst: at === 0, isStray: at >= firstStray, number: field.line + at }, complain)
    if (isProse(name) && at > 0 && isOtherCard(line, lines[at - 1] ?? ''))
      complain(field.line + at, OTHER_CARD)
    if ((name === 'Q' || name === 'Q.zh') && NEARLY_OPTION.test(line)) complain(field.line + at, NO_OPTION)
    if (UNSPACED_ID.test(line)) complain(field.line + at, NEEDS_SPACE)
  }
}

/** `-[x]`, `- []`, `- (x)`, `- ［x］`, `- [✓]`. */
const NEARLY_OPTION =
  /^\s*(?:[-*+]|\d{1,3}[.)])(?:\[[ xX]?\] ?\S|[ \t]+(?:\[[✓✗✔✘√×]?\]|［[ xX✓✗✔✘√×　]?］|[(（][ xX✓✗✔✘√×　][)）])\s)/u
const NO_OPTION: Text = {
  en: 'This line is no option; begin the right one with - [x] and the others with - [ ].',
  zh: '这一行不是选项；正确的请以 - [x] 开头，其余以 - [ ] 开头。',
}

/** A heading with an id needs a space. */
const UNSPACED_ID = /^##[a-z0-9-]+\/[a-z0-9-]+\s*$/
const NEEDS_SPACE: Text = {
  en: 'This line begins no note; write a space behind ##.',
  zh: '这一行没有开始一条笔记；请在 ## 后加一个空格。',
}

/**
 * A card in another program's form, which here goes on with the one above: `a :: b`, `a?::b`, a line `?`
 * between two sides.
 */
function isOtherCard(line: string, above: string): boolean {
  if (/^\?{1,2}$/.test(line)) return true
  if (above !== '' && !PAIR.test(above)) return false
  return PAIR.test(line) || /^\s{0,3}(?:[-*+>]|\d{1,3}[.)]) (?:\*\*)?Q(?:\*\*)? ?[:：]/.test(line)
}

/** `std::vector` is none. */
const PAIR = /^\S.* ::{1,2} \S|^\S.*[?？\p{Script=Han}]::{1,2}[^\s:]/u

const OTHER_CARD: Text = {
  en: 'This line looks like another card, and is read as part of the one above; write Q: and A: at the beginning of lines, or take out the blank line.',
  zh: '这一行像另一张卡片，却被当成上一张的一部分；请在行首写 Q: 和 A:，或去掉它前面的空行。',
}

/**
 * Of prose only the last line, if it is the only one that is written like a field: more of them are a list,
 * and below a full line it goes on.
 */
function strayOf(lines: readonly string[]): number {
  const alike = lines.filter((line) => /^[a-z]{3,14}(?:\.[a-z]{2})?[:：]/.test(line))
  const isLast = lines.length > 1 && alike.length === 1 && alike[0] === lines.at(-1)
  return isLast && (lines.at(-2)?.length ?? 0) < FULL_LINE ? lines.length - 1 : lines.length
}

const FULL_LINE = 60

function lintLine(
  name: FieldName,
  line: string,
  {
    isFirst,
    isStray,
    number,
  }: { readonly isFirst: boolean; readonly isStray: boolean; readonly number: number },
  complain: Complain,
): void {
  const plain = line
    .slice(0, 40)
    .normalize('NFKC')
    .replace(/^([QAC])∶/, '$1:')
  const written = /^\s{0,3}(?:\*\*|__)?([A-Za-z]{1,14}(?:\.[a-z]{2})?)(?:\*\*|__)?\s?:(?![\\/:=])/.exec(
    plain,
  )?.[1]
  // Behind the name of its own field a text may well say "Answer: 2".
  if (written === undefined || (isProse(name) && isFirst)) return
  // A field that has not the form of one is a line of the text, and was meant as one where it stands alone at the end.
  if (isProse(name) && roleOf(line).kind === 'field') {
    if (isStray) complain(number, noForm(written, name))
    return
  }
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

function noForm(written: string, name: FieldName): Text {
  return {
    en: `"${written}:" has not the form of that field, and is read as part of ${name}; correct it, or join it to the line above.`,
    zh: `“${written}:”不符合这个字段的形式，被当成了 ${name} 的一部分；请改正，或并入上一行。`,
  }
}

/**
 * Of the longer names, which are in small letters: prose that begins with a word and a colon begins with a
 * capital, or with a short name (`init:`).
 */
function slipIn(written: string): string | undefined {
  return /^[a-z]{5}/.test(written) ? nearest(written, FIELD_NAMES) : undefined
}

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

/** `来源：课本`; names in Latin letters are told with what they may have been. */
const ENTRY = /^(?![A-Za-z.]+\s?[:：])[^\s:：]{1,20}(?:：|: )/

/** A line below the tags goes on with them. */
function lintTags({ fields }: ScannedNote, complain: Complain): void {
  const tags = fields.get('tags')
  const lines = tags?.text.split('\n') ?? []
  const at = lines.findIndex((line, row) => !fitsField('tags', line) || (row > 0 && ENTRY.test(line)))
  if (tags === undefined || at < 0) return
  complain(tags.line + at, {
    en: 'This line is read as tags; move it to the field that it belongs to, or separate tags by commas.',
    zh: '这一行被当成了标签；请移到它所属的字段，标签之间请用逗号分隔。',
  })
}

function lintImage({ fields }: ScannedNote, hasImage: HasImage, complain: Complain): void {
  const image = fields.get('image')
  if (!image?.text || hasImage(image.text)) return
  complain(image.line, {
    en: `There is no image ${image.text} beside the deck; put it there, or correct the path.`,
    zh: `卡组旁边没有图片 ${image.text}；请放到那里，或改正路径。`,
  })
}
