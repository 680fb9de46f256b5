import { didYouMean } from '../core/did-you-mean.ts'
import type { CardId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import {
  FIELD_NAMES,
  type FieldName,
  isNumericField,
  isProse,
  type LineComplaint,
  type LineRole,
  type PromptField,
  type ScannedLet,
} from './deck-line.ts'

export interface ScannedNote {
  /** The id behind `##`; undefined for a note that only has fields. */
  readonly heading: CardId | undefined
  readonly line: number
  readonly fields: ReadonlyMap<FieldName, PromptField>
  readonly lets: readonly ScannedLet[]
  readonly faults: readonly LineComplaint[]
}

/** A line of a note, when it is not yet known whether the note computes. */
export interface NoteLine {
  readonly number: number
  readonly role: Extract<LineRole, { kind: 'field' | 'let' | 'text' | 'blank' }>
  /** Undefined for what is not of the text: comments, and what stands behind the rule that ended the note. */
  readonly text: string | undefined
  /** The line as it stands in the file; undefined where the first version read it as something else. */
  readonly former: string | undefined
  /** Whether for the first version the field ended here. */
  readonly endsFormer: boolean
}

export interface ReadNote extends Pick<ScannedNote, 'fields' | 'lets' | 'faults'> {
  /** Of lines that mean nothing, and yet the note is whole. */
  readonly remarks: readonly LineComplaint[]
}

interface OpenField {
  readonly name: FieldName
  readonly lines: string[]
  readonly former: string[]
  readonly line: number
}

/** Puts the lines of a note into its fields. */
export function readNoteLines(lines: readonly NoteLine[]): ReadNote {
  const fields = new Map<FieldName, OpenField>()
  const lets: ScannedLet[] = []
  const faults: LineComplaint[] = []
  const remarks: LineComplaint[] = []
  const strays: LineComplaint[] = []
  const isNumeric = computes(lines)
  let field: OpenField | undefined
  let isFormer = false
  let wasStray = false

  for (const line of lines) {
    if (line.endsFormer) isFormer = false
    const isStray = take(line)
    if (isStray && !wasStray) strays.push({ line: line.number, message: noField(line.text ?? '') })
    wasStray = isStray
    if (isFormer && line.former !== undefined) field?.former.push(line.former)
  }
  // With a text above its first field the note is whole.
  const { intro = [], within = [] } = Object.groupBy(strays, (stray) =>
    isAboveAll(stray, fields) ? 'intro' : 'within',
  )
  remarks.push(...intro.slice(0, 1))
  faults.push(...within)
  return {
    fields: new Map([...fields].map(([name, read]) => [name, closeField(read)])),
    lets,
    faults,
    remarks,
  }

  /** Whether no field holds the line. */
  function take({ role, text, number }: NoteLine): boolean {
    if (role.kind === 'let' && isNumeric) {
      lets.push({ ...role.let, line: number })
      field = undefined
    } else if (role.kind === 'field' && (isNumeric || !isNumericField(role.name))) {
      openField(role.name, role.rest, { text, number })
    } else if (role.kind === 'field' || role.kind === 'let') {
      isFormer = false
      if (field !== undefined && isProse(field.name)) field.lines.push(text ?? '')
      else remarks.push({ line: number, message: onlyNumeric(role.kind === 'let' ? 'let' : role.name) })
    } else if (text !== undefined && field !== undefined) {
      field.lines.push(text)
    } else {
      return role.kind === 'text' && text !== undefined
    }
    return false
  }

  function openField(
    name: FieldName,
    rest: string,
    { text, number }: Pick<NoteLine, 'text' | 'number'>,
  ): void {
    if (fields.has(name)) faults.push({ line: number, message: twice(name) })
    field = { name, lines: [rest + (/\S {2,}$/.test(text ?? '') ? '  ' : '')], former: [rest], line: number }
    fields.set(name, field)
    isFormer = true
  }
}

function isAboveAll({ line }: LineComplaint, fields: ReadonlyMap<FieldName, OpenField>): boolean {
  const [first] = fields.values()
  return first !== undefined && line < first.line
}

function closeField({ name, lines, former, line }: OpenField): PromptField {
  const text = isProse(name) ? trimProse(isIndentedCode(lines) ? lines : dedented(lines)) : trimLines(lines)
  return { text, former: trimLines(former), line }
}

/** Code of another look than a fence: four columns in, below its field's line, and in lines further in than others. */
function isIndentedCode([first = '', ...rest]: readonly string[]): boolean {
  const lines = rest.filter((line) => line.trim() !== '')
  const deeper = dedented(['', ...lines]).filter((line) => /^\s/.test(line))
  const isIn = first === '' && deeper.length > 0 && lines.every((line) => /^(?: {4}|\t)/.test(line))
  return isIn && !/^\s*(?:[-*+>|]|\d{1,3}[.)]|`{3}|~{3})/.test(lines[0] ?? '')
}

/** A text that begins below its field's line may stand further in as a whole. */
function dedented([first = '', ...rest]: readonly string[]): readonly string[] {
  const depths = rest.flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/)]))
  const depth = first === '' ? Math.min(...depths) : 0
  return [first, ...(Number.isFinite(depth) ? rest.map((line) => line.slice(depth)) : rest)]
}

/** Two spaces at the end of a line break it in Markdown. */
function trimProse(lines: readonly string[]): string {
  const kept = lines.map((line) => line.trimEnd() + (/\S {2,}$/.test(line) ? '  ' : ''))
  const text = kept
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
  return isIndentedCode(lines) ? text : text.trimStart()
}

function trimLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

/**
 * Whether a number is asked for: numbers are drawn or filled in, or `answer =` stands above the answer with
 * no text behind it. Elsewhere `let` and `answer =` are lines of a program that the card is about.
 */
function computes(lines: readonly NoteLine[]): boolean {
  const names = new Set(lines.flatMap(({ role }) => (role.kind === 'field' ? [role.name] : [])))
  if (names.has('C')) return false
  const draws = lines.some(
    ({ role, text }) =>
      (role.kind === 'let' && /\b(?:int|pick|uniform)\s?\(/.test(role.let.expression)) ||
      (role.kind !== 'let' && /@\{[^{}]/.test(text ?? '')),
  )
  if (!names.has('answer')) return draws && lines.some(({ role }) => role.kind === 'let') && !isProgram(lines)
  if (draws || names.has('unit') || names.has('unit.zh') || names.has('tolerance')) return true
  const at = lines.findIndex(({ role }) => role.kind === 'field' && role.name === 'answer')
  const isBelow = lines
    .slice(0, at)
    .some(({ role }) => role.kind === 'field' && /^(?:A|errata)/.test(role.name))
  const next = lines.slice(at + 1).find(({ role }) => role.kind !== 'blank')
  return !isBelow && next?.role.kind !== 'text'
}

/** Below `let` a program goes on with a line that no numeric note has. */
function isProgram(lines: readonly NoteLine[]): boolean {
  return lines.some(({ role }, at) => role.kind === 'let' && lines[at + 1]?.role.kind === 'text')
}

function twice(name: FieldName): Text {
  return {
    en: `The field ${name} stands twice in this note; join them, or begin a new note with ## deck/slug.`,
    zh: `字段 ${name} 在这条笔记中出现了两次；请合并，或用 ## deck/slug 另起一条笔记。`,
  }
}

function noField(text: string): Text {
  const hint = didYouMean(/^ {0,3}([A-Za-z.-]{3,20}) ?[:：]/.exec(text)?.[1] ?? '', FIELD_NAMES)
  return {
    en: `This line belongs to no field${hint.en}; begin it with a field such as Q: or A:.`,
    zh: `这一行不属于任何字段${hint.zh}；请以 Q: 或 A: 这样的字段开头。`,
  }
}

function onlyNumeric(name: string): Text {
  return {
    en: `Only a note that computes has ${name}; add answer = above its A:, or take the line out.`,
    zh: `只有计算题才有 ${name}；请在 A: 之上加一行 answer =，或删去这一行。`,
  }
}
