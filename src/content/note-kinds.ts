import type { CardContent, Option } from '../core/card.ts'
import { parseCloze } from '../core/cloze.ts'
import { LOCALES, type Locale, otherLocale, type Text } from '../core/locale.ts'
import type { TranslatedName } from './deck-line.ts'
import { readNumeric } from './numeric-note.ts'
import type { ScannedNote } from './scan-deck.ts'
import { type ListedText, splitOptions, splitSteps } from './split-list.ts'

export type Complain = (line: number, message: string) => void

/** The cards of one note; the kind follows from what it holds. Empty after a complaint. */
export function readKind(note: ScannedNote, complain: Complain): readonly CardContent[] {
  const prompt = textOf(note, 'Q')
  const cloze = textOf(note, 'C')
  if (prompt && cloze) {
    complain(note.line, 'The note has both Q and C; make two notes of it.')
    return []
  }
  if (cloze) return readClozes(note, cloze, complain)
  if (!prompt) {
    complain(note.line, 'The note has no prompt; give it Q: and A:, or C: with [hidden parts].')
    return []
  }
  const content = readPrompted(note, prompt, complain)
  return content ? [content] : []
}

/** A field in both languages; where one is missing it repeats the other. */
export function textOf(note: ScannedNote, name: TranslatedName): Text | undefined {
  const en = note.fields.get(name)?.text
  const zh = note.fields.get(`${name}.zh`)?.text
  if (!en && !zh) return undefined
  return { en: en || zh || '', zh: zh || en || '' }
}

function readPrompted(note: ScannedNote, prompt: Text, complain: Complain): CardContent | undefined {
  if (note.fields.has('answer')) return readNumeric(note, prompt, textOf(note, 'A'), complain)
  if (note.lets.length > 0) {
    complain(
      note.lets[0]?.line ?? note.line,
      'The note draws numbers but computes none; add a line answer = expression.',
    )
    return undefined
  }
  const options = mapText(prompt, splitOptions)
  if (options.en.items.length + options.zh.items.length > 0) return readChoice(note, options, complain)
  const steps = mapText(prompt, splitSteps)
  if (steps.en.items.length + steps.zh.items.length > 1) return readOrdering(note, steps, complain)
  const answer = textOf(note, 'A')
  if (answer) return { kind: 'basic', prompt, answer }
  complain(note.line, 'The note has no answer; add a line A: with it.')
  return undefined
}

function readClozes(note: ScannedNote, text: Text, complain: Complain): readonly CardContent[] {
  const clozes = mapText(text, parseCloze)
  const lineOf = (locale: Locale) => note.fields.get(locale === 'en' ? 'C' : 'C.zh')?.line ?? note.line
  for (const locale of LOCALES) {
    // A missing language repeats the other, faults and all.
    if (locale === 'zh' && text.zh === text.en) continue
    for (const fault of clozes[locale].faults) complain(lineOf(locale), `In the cloze text ${fault}.`)
  }
  const { numbers } = clozes.en
  if (numbers.length === 0)
    complain(lineOf('en'), 'The cloze text hides nothing; put brackets around the part to hide.')
  if (numbers.join() !== clozes.zh.numbers.join()) {
    complain(
      lineOf('zh'),
      `The languages hide different parts (${numbers.join(', ') || 'none'} and ${clozes.zh.numbers.join(', ') || 'none'}); number them alike.`,
    )
  }
  return numbers.map((hidden) => ({ kind: 'cloze', text, hidden }))
}

function readChoice(
  note: ScannedNote,
  listed: PerLocale<ListedText>,
  complain: Complain,
): CardContent | undefined {
  const items = alignItems(note, listed, 'options', complain)
  if (items === undefined) return undefined
  const options: readonly Option[] = items.en.map(({ mark, text }, at) => ({
    text: { en: text, zh: items.zh[at]?.text ?? text },
    right: mark === 'x',
  }))
  const right = options.filter((option) => option.right).length
  if (right !== 1) {
    complain(note.line, `The choice has ${right} right options; mark exactly one with [x].`)
  }
  if (options.length < 2 || options.length > 26) {
    complain(
      note.line,
      `The choice has ${options.length} option${options.length === 1 ? '' : 's'}; give it 2 to 26.`,
    )
  }
  if (items.en.some(({ mark }, at) => mark !== items.zh[at]?.mark)) {
    complain(note.line, 'The languages mark different options as right; list the options in the same order.')
  }
  return { kind: 'choice', prompt: items.body, options, why: textOf(note, 'A') }
}

function readOrdering(
  note: ScannedNote,
  listed: PerLocale<ListedText>,
  complain: Complain,
): CardContent | undefined {
  const items = alignItems(note, listed, 'steps', complain)
  if (items === undefined) return undefined
  const steps = items.en.map(({ text }, at) => ({ en: text, zh: items.zh[at]?.text ?? text }))
  if (steps.length < 2 || steps.length > 20) {
    complain(
      note.line,
      `The ordering has ${steps.length} step${steps.length === 1 ? '' : 's'}; give it 2 to 20.`,
    )
  }
  return { kind: 'ordering', prompt: items.body, steps, why: textOf(note, 'A') }
}

/** Both languages' items; a language without any takes the other's. */
function alignItems(note: ScannedNote, listed: PerLocale<ListedText>, what: string, complain: Complain) {
  const itemsOf = (locale: Locale) =>
    listed[locale].items.length > 0 ? listed[locale].items : listed[otherLocale(locale)].items
  const [en, zh] = [itemsOf('en'), itemsOf('zh')]
  const body = {
    en: listed.en.body || listed.zh.body,
    zh: listed.zh.body || listed.en.body,
  }
  if (body.en === '') {
    complain(note.line, `The prompt is nothing but ${what}; write the question above them.`)
    return undefined
  }
  if ([...en, ...zh].some((item) => item.text === '')) {
    complain(note.line, `One of the ${what} is empty; write it or take it out.`)
    return undefined
  }
  if (en.length !== zh.length) {
    complain(
      note.line,
      `The languages have ${en.length} and ${zh.length} ${what}; list the same ones in both.`,
    )
    return undefined
  }
  return { body, en, zh }
}

type PerLocale<T> = { readonly [L in Locale]: T }

function mapText<T>(text: Text, change: (text: string) => T): PerLocale<T> {
  return { en: change(text.en), zh: change(text.zh) }
}
