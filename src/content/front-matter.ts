import type { Field, LineComplaint } from './deck-line.ts'

export const FRONT_NAMES = ['title', 'title.zh', 'group', 'beyond', 'weight', 'tags'] as const

export interface FrontMatter {
  readonly fields: ReadonlyMap<string, Field>
  /** How many lines of the file it takes. */
  readonly length: number
  readonly faults: readonly LineComplaint[]
}

/**
 * `name: value` between lines of three dashes, or `name = "value"` as in TOML. A first line of dashes with a
 * card behind it opens none: it is a rule like those between the cards.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const mark = lines[0]?.trim()
  if (mark !== '---' && mark !== '+++') return NONE
  const closes = (line: string | undefined) =>
    line?.trim() === mark || (mark === '---' && line?.trim() === '...')
  const end = lines.findIndex((line, at) => at > 0 && (closes(line) || isOfCard(line)))
  if (end > 0 && closes(lines[end])) return { ...readLines(lines.slice(1, end)), length: end + 1 }
  const rest = lines.slice(1, end < 0 ? undefined : end)
  const known = rest.findIndex((line) => line.trim() === '' || !isKnown(entryOf(line)?.name))
  const own = rest.slice(0, known < 0 ? rest.length : known)
  if (own.length === 0) return NONE
  return { fields: readLines(own).fields, length: own.length + 1, faults: [NEVER_CLOSED] }
}

const NONE: FrontMatter = { fields: new Map(), length: 0, faults: [] }

const NEVER_CLOSED: LineComplaint = {
  line: 1,
  message: {
    en: 'The front matter is never closed; end it with a line of three dashes.',
    zh: '文件头没有结束；请用一行三个短横线结束它。',
  },
}

function isOfCard(line: string): boolean {
  return /^(?:[QAC](?:\.zh)? ?[:：]|## )/.test(line)
}

function isKnown(name: string | undefined): boolean {
  return FRONT_NAMES.some((known) => known === name)
}

function readLines(lines: readonly string[]): Omit<FrontMatter, 'length'> {
  const fields = new Map<string, Field>()
  const faults: LineComplaint[] = []
  let above: string | undefined
  for (const [at, line] of lines.entries()) {
    const number = at + 2
    if (line.trim() === '' || line.startsWith('#')) continue
    const entry = /^\s/.test(line) ? undefined : entryOf(line)
    if (entry !== undefined) {
      above = entry.name
      fields.set(entry.name, { text: entry.value, line: number })
    } else if (above === 'tags' && /^\s*- /.test(line)) {
      const { text = '', line: begun = number } = fields.get(above) ?? {}
      fields.set(above, { text: `${text}\n${line}`, line: begun })
    } else if (above === undefined || isKnown(above) || !/^[\s\-\]}]/.test(line)) {
      // What a name that is unknown holds is told with its name.
      faults.push(notAnEntry(number))
    }
  }
  return { fields, faults }
}

function entryOf(line: string): { readonly name: string; readonly value: string } | undefined {
  const match = /^([^\s:：=]+(?: [^\s:：=]+)*)\s*[:：=]\s*(.*)$/.exec(line)
  if (match === null) return undefined
  const [, written = '', rest = ''] = match
  const value = rest.trim()
  const [, double, single] = QUOTED.exec(value) ?? []
  // A deck of hashcards has a name.
  return {
    name: written === 'name' ? 'title' : written,
    value: double?.replace(/\\(["\\])/g, '$1') ?? single ?? value,
  }
}

/** With a comment behind it, or none. */
const QUOTED = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')(?:\s*#.*)?$/

function notAnEntry(line: number): LineComplaint {
  return {
    line,
    message: {
      en: 'This line of the front matter is no name: value; write one, or take the line out.',
      zh: '文件头的这一行不是 name: value 的形式；请改成这种写法，或删去这一行。',
    },
  }
}
