/** What the lines above an Anki table say, those that begin with a number sign. */
export interface TableHeader {
  readonly delimiter: string
  /** Whether the lines are Anki's, for which all lines that begin so are none of the table. */
  readonly isAnki: boolean
  readonly isHtml: boolean
  /** Names of the columns, where they are given. */
  readonly columns: readonly string[]
  readonly deck: string | undefined
  readonly notetype: string | undefined
  readonly tags: readonly string[]
  /** Which columns say something of the note, from nought. */
  readonly places: { readonly [name in MetaColumn]: number | undefined }
  /** What Anki is asked to do with notes that it has. */
  readonly ifMatches: string | undefined
}

const META_COLUMNS = ['guid', 'notetype', 'deck', 'tags'] as const
type MetaColumn = (typeof META_COLUMNS)[number]

const KEYS = new Set([
  'separator',
  'html',
  'columns',
  'deck',
  'notetype',
  'tags',
  'if matches',
  ...META_COLUMNS.map((name) => `${name} column`),
])

const NAMED_DELIMITERS: { readonly [name: string]: string } = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
}

/** @param ending of the file, which says what parts the columns where no line does */
export function readHeader(text: string, ending: string): TableHeader {
  const lines = headerLines(text)
  const values = new Map(lines.map(entryOf).filter((entry) => entry !== undefined))
  const isAnki = [...values.keys()].some((key) => KEYS.has(key))
  const delimiter = delimiterOf(values.get('separator')) ?? guessDelimiter(text, ending)
  const place = (name: MetaColumn) => placeOf(values.get(`${name} column`))
  const columns = values.get('columns')
  return {
    delimiter,
    isAnki,
    isHtml: values.get('html')?.trim().toLowerCase() === 'true',
    columns:
      columns === undefined ? [] : columns.split(delimiter).map((name) => name.replace(/^"|"$/g, '').trim()),
    deck: values.get('deck')?.trim() || undefined,
    notetype: values.get('notetype')?.trim() || undefined,
    tags: (values.get('tags') ?? '').split(/\s+/).filter((tag) => tag !== ''),
    places: { guid: place('guid'), notetype: place('notetype'), deck: place('deck'), tags: place('tags') },
    ifMatches: values.get('if matches')?.trim().toLowerCase(),
  }
}

/** Those at the top; what comes behind the first row is a comment. */
function headerLines(text: string): readonly string[] {
  const lines: string[] = []
  for (let at = text.startsWith('\ufeff') ? 1 : 0; text[at] === '#'; ) {
    const end = text.indexOf('\n', at)
    lines.push(text.slice(at + 1, end < 0 ? text.length : end).replace(/\r$/, ''))
    if (end < 0) break
    at = end + 1
  }
  return lines
}

function entryOf(line: string): readonly [string, string] | undefined {
  const at = line.indexOf(':')
  return at < 0 ? undefined : [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1)]
}

function delimiterOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  if (value === '\\t' || value === '\t') return '\t'
  return (
    NAMED_DELIMITERS[value.trim().toLowerCase()] ?? (value.trim().length === 1 ? value.trim() : undefined)
  )
}

/** Of several the more usual first: others are more often of the text. */
const USUAL = ['\t', ';', ',', '|'] as const

/** What parts most of the first rows, and as often in each. Spreadsheets may say it in a line above them. */
function guessDelimiter(text: string, ending: string): string {
  if (ending === '.tsv') return '\t'
  const said = SAID.exec(text)?.[1]
  if (said !== undefined) return said
  const bare = text.slice(0, 20_000).replace(/(?<=^|[\t;,|])"(?:[^"]|"")*"(?=$|[\t;,|\r])/gm, '')
  const lines = bare.split(/\r?\n/).filter((line) => line.trim() !== '')
  const rows = lines.some((line) => !line.startsWith('#'))
    ? lines.filter((line) => !line.startsWith('#'))
    : lines
  const scores = USUAL.map((delimiter) => {
    const counts = rows.slice(0, MOST_ROWS).map((row) => row.split(delimiter).length - 1)
    const parted = counts.filter((count) => count > 0)
    return parted.length + (parted.length > 0 && new Set(parted).size === 1 ? 0.5 : 0)
  })
  const best = Math.max(...scores)
  return best > 0 ? (USUAL[scores.indexOf(best)] ?? ',') : ','
}

/** As Excel writes it, and no row. */
export const SAID = /^\ufeff?sep=([\t;,|])\r?\n/i

const MOST_ROWS = 30

function placeOf(value: string | undefined): number | undefined {
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 && number <= 1000 ? number - 1 : undefined
}
