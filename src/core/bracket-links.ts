/** The names, in small letters, that a text defines for its links: lines `[name]: address`, and `[^note]: …`. */
export function definedLabels(text: string): ReadonlySet<string> {
  const labels = [...text.matchAll(DEFINITION)].map(([, label = '']) => label.toLowerCase())
  return new Set(labels)
}

/** An address, or what cannot be anything else: a line such as `[dropout]: zeroes units` hides a word. */
const DEFINITION = /^ {0,3}\[([^[\]\n]{1,200})\]:[ \t]*(?:<|#|\.{0,2}\/|www\.|[a-z][a-z0-9+.-]{1,30}:)\S*/gim

/**
 * How many characters of a text, from a bracket on, are a link and hide nothing: `[text](address)`,
 * `[text][name]`, `[name]` with a name that is defined, a footnote `[^1]`, `[[a page]]` and `[!note]` as
 * Obsidian has them, the mark of a task; 0 where it is none. No page's name begins with a part's number.
 */
export function linkLength(text: string, at: number, labels: ReadonlySet<string>): number {
  const [plain] = matchAt(PLAIN, text, at) ?? matchAt(TASK, text, at) ?? matchAt(NOTE, text, at) ?? []
  if (plain !== undefined) return plain.length
  const [whole = '', label = ''] = matchAt(LABEL, text, at) ?? []
  if (whole === '') return 0
  const behind = at + whole.length
  const address =
    addressLength(text, behind) || (text[at - 1] === '!' ? (matchAt(FILE, text, behind)?.[0].length ?? 0) : 0)
  if (address > 0) return whole.length + address
  const [reference = '', name = ''] = matchAt(LABEL, text, at + whole.length) ?? []
  if (reference !== '' && labels.has(name.toLowerCase())) return whole.length + reference.length
  if (!labels.has(label.toLowerCase())) return 0
  return whole.length + (text.startsWith('[]', at + whole.length) ? 2 : 0)
}

/** `- [ ] to do` is no part either, nor `^[a note of several words]`: `2^[10]` hides the exponent. */
const TASK = /(?<=^ {0,8}(?:[-*+]|\d{1,3}[.)]) )\[[ xX]\](?= )/my
const NOTE = /(?<=\^)\[[^[\]\s]{1,40} [^[\]]{1,500}\]/y

/**
 * The places of brackets in addresses that stand in a text as they are: those of `<https://…>`, of the keys
 * of a query (`?x[0]=1`) and of a host in figures (`http://[::1]/`). In the rest of one a part may be hidden.
 */
export function bracketsInAddresses(text: string): ReadonlySet<number> {
  const places = new Set<number>()
  for (const { index, 0: address } of text.matchAll(ADDRESS)) {
    const query = address.startsWith('<') ? 0 : address.indexOf('?')
    for (const { index: at, 0: pair } of address.matchAll(PAIR)) {
      const isKey = query >= 0 && at > query && /[[=]/.test(address.charAt(at + pair.length))
      const isPlain = query === 0 || isKey || /:\/\/$/.test(address.slice(0, at))
      if (isPlain) places.add(index + at).add(index + at + pair.length - 1)
    }
  }
  return places
}

const ADDRESS =
  /<[a-z][a-z0-9+.-]{1,30}:[^\s<>]{1,2000}>|\bhttps?:\/\/(?:[^\s<>[\]]|\[[^\s<>[\]]{0,200}\]){1,2000}/gi
const PAIR = /\[[^[\]]*\]/g

/** An image's name may hold spaces. */
const FILE = /\([^()[\]\n]{1,300}\)/y

const PLAIN =
  /\[\^[^[\]\s]{1,100}\]|\[\[(?!\s?\d{1,2}[:：]\s)[^[\]\n]{1,500}\]\]|(?<=^ {0,3}(?:> ?){1,8})\[![A-Za-z-]{1,40}\]/my
/**
 * A label may hold nothing, as of an image, or the brackets of one more level: `[an image ![x](y)](z)`,
 * `[E[x]](z)`.
 */
const LABEL = /\[((?:\\.|[^[\]\\]|\[(?:\\.|[^[\]\\]){0,500}\]){0,500})\]/sy

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/**
 * From `(` to the bracket that closes it, with any pairs between; an address has no spaces, a title in quotes
 * may stand behind it. It has no square brackets either, so that no text is looked through more than once.
 */
function addressLength(text: string, at: number): number {
  if (text[at] !== '(') return 0
  if (text[at + 1] === '<') return matchAt(POINTED, text, at)?.[0].length ?? 0
  let depth = 0
  for (let end = at; end < text.length; end++) {
    const char = text.charAt(end)
    if (char === '\\') end++
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return end + 1 - at
    else if (char === ' ' && end === at + 1) continue
    else if (/[[\]\s]/.test(char)) return depth === 1 ? titleLength(text, at, end) : 0
  }
  return 0
}

const POINTED = /\(<[^<>\n]{0,2000}>(?:\s{1,8}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,8}\)/y
const TITLE = /\s{1,8}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\))?\s{0,8}\)/y

function titleLength(text: string, from: number, at: number): number {
  const [title] = matchAt(TITLE, text, at) ?? []
  return title === undefined ? 0 : at + title.length - from
}
