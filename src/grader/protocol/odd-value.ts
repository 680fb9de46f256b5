/**
 * What a submission returned where the signature says something else. A harness sends it as
 * `{ "o": [form, detail...] }`, in all languages with the same forms; the words for it are the judge's.
 */
export interface OddValue {
  readonly kind: 'odd'
  readonly form: OddForm
  /** Of a hostile process: short, and not yet safe to show. */
  readonly details: readonly string[]
}

export const ODD_FORMS = [
  'number',
  'boolean',
  'string',
  'record',
  /** A record without a field that the signature names. */
  'lacks',
  /** A value that is its own name: `None`. */
  'word',
  /** Its type's name: `list`. */
  'type',
  /** An array of a library's, by its dtype and the library's name. */
  'array-of',
  /** An array of JavaScript's own, without a `shape`. */
  'bare',
  /** Of an async function, by its type's name. */
  'promise',
  /** Goes through values that it has not made yet, by its type's name. */
  'lazy',
  'instance',
  'shapeless',
  /** An array's shape, and how many values it has all the same. */
  'sizes',
  'negative-shape',
  'long-string',
  /** An array with something at a place that is no number. */
  'element',
  /** Rows of unlike lengths: where the first is. */
  'ragged',
  'too-many',
  'deep',
  'unreadable',
] as const
export type OddForm = (typeof ODD_FORMS)[number]

/** As a harness sends it. */
export type EncodedOdd = readonly [form: OddForm, ...details: readonly (string | number)[]]

/** Never throws, whatever came. */
export function readOdd(encoded: unknown): OddValue {
  const [name, ...details] = Array.isArray(encoded)
    ? (encoded as readonly unknown[]).slice(0, 1 + MOST_DETAILS)
    : []
  const form = ODD_FORMS.find((known) => known === name)
  return form === undefined ? oddValue('unreadable') : oddValue(form, ...details)
}

export function oddValue(form: OddForm, ...details: readonly unknown[]): OddValue {
  return { kind: 'odd', form, details: details.map(shortText) }
}

const MOST_DETAILS = 2
const MOST_LETTERS = 150

function shortText(detail: unknown): string {
  const isPlain = typeof detail === 'string' || typeof detail === 'number' || typeof detail === 'boolean'
  // In one line: what is told stands in a sentence of the judge's.
  return isPlain ? String(detail).slice(0, MOST_LETTERS).replace(/\s+/g, ' ') : ''
}
