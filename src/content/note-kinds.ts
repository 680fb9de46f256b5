import type { CardContent, Option } from '../core/card.ts'
import { parseCloze } from '../core/cloze.ts'
import { LOCALES, type Locale, otherLocale, type Text } from '../core/locale.ts'
import type { TranslatedName } from './deck-line.ts'
import { readNumeric } from './numeric-note.ts'
import type { ScannedNote } from './scan-note.ts'
import { isOrdering, type ListedText, splitOptions, splitSteps } from './split-list.ts'

export type Complain = (line: number, message: Text) => void

/** The cards of one note; the kind follows from what it holds. Empty after a complaint. */
export function readKind(note: ScannedNote, complain: Complain): readonly CardContent[] {
  const prompt = textOf(note, 'Q')
  const cloze = textOf(note, 'C')
  if (prompt && cloze) {
    complain(note.line, {
      en: 'The note has both Q and C; make two notes of it.',
      zh: '这条笔记既有 Q 又有 C；请拆成两条。',
    })
    return []
  }
  if (cloze) return readClozes(note, cloze, complain)
  if (!prompt) {
    complain(note.line, {
      en: 'The note has no prompt; give it Q: and A:, or C: with [hidden parts].',
      zh: '这条笔记没有题目；请写上 Q: 和 A:，或带 [隐藏部分] 的 C:。',
    })
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
    complain(note.lets[0]?.line ?? note.line, {
      en: 'The note draws numbers but computes none; add a line answer = expression.',
      zh: '这条笔记抽取了数，却没有计算；请加一行 answer = 表达式。',
    })
    return undefined
  }
  const options = mapText(prompt, splitOptions)
  if (options.en.items.length + options.zh.items.length > 0) return readChoice(note, options, complain)
  const answer = textOf(note, 'A')
  const steps = mapText(prompt, splitSteps)
  if (LOCALES.some((locale) => isOrdering(steps[locale], answer?.[locale]))) {
    return readOrdering(note, steps, complain)
  }
  if (answer) return { kind: 'basic', prompt, answer }
  complain(note.line, {
    en: 'The note has no answer; add a line A: with it.',
    zh: '这条笔记没有答案；请加一行 A:。',
  })
  return undefined
}

function readClozes(note: ScannedNote, text: Text, complain: Complain): readonly CardContent[] {
  const clozes = mapText(text, parseCloze)
  const lineOf = (locale: Locale) => note.fields.get(locale === 'en' ? 'C' : 'C.zh')?.line ?? note.line
  for (const locale of LOCALES) {
    // A missing language repeats the other, faults and all.
    if (locale === 'zh' && text.zh === text.en) continue
    for (const { en, zh } of clozes[locale].faults) {
      complain(lineOf(locale), { en: `In the cloze text ${en}.`, zh: `填空文本中${zh}。` })
    }
  }
  const { numbers } = clozes.en
  if (numbers.length === 0 && clozes.en.faults.length === 0) complain(lineOf('en'), hidesNothing(text.en))
  if (numbers.join() !== clozes.zh.numbers.join()) {
    const [one, other] = [numbers.join(', '), clozes.zh.numbers.join(', ')]
    complain(lineOf('zh'), {
      en: `The languages hide different parts (${one || 'none'} and ${other || 'none'}); number them alike.`,
      zh: `两种语言隐藏的部分不同（${one || '无'}；${other || '无'}）；请用相同的编号。`,
    })
  }
  return numbers.map((hidden) => ({ kind: 'cloze', text, hidden }))
}

function hidesNothing(text: string): Text {
  if (text.includes('{{c')) return LIKE_ANKI
  return /[【［]/.test(text) ? OTHER_BRACKETS : HIDES_NOTHING
}

const OTHER_BRACKETS: Text = {
  en: 'The cloze text hides nothing; write half-width brackets, as in [x], for 【x】 and ［x］.',
  zh: '填空文本没有隐藏任何内容；请用半角方括号，把 【x】、［x］ 写成 [x]。',
}
const HIDES_NOTHING: Text = {
  en: 'The cloze text hides nothing; put brackets around the part to hide.',
  zh: '填空文本没有隐藏任何内容；请给要隐藏的部分加上方括号。',
}
const LIKE_ANKI: Text = {
  en: 'The cloze text hides nothing; write {{c1::x}} as [1: x].',
  zh: '填空文本没有隐藏任何内容；请把 {{c1::x}} 写成 [1: x]。',
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
    complain(note.line, {
      en: `The choice has ${right} right options; mark exactly one with [x].`,
      zh: `这道选择题有 ${right} 个正确选项；请用 [x] 恰好标出一个。`,
    })
  }
  if (options.length < 2 || options.length > 26) {
    complain(note.line, {
      en: `The choice has ${options.length} option${options.length === 1 ? '' : 's'}; give it 2 to 26.`,
      zh: `这道选择题有 ${options.length} 个选项；请给出 2 到 26 个。`,
    })
  }
  if (items.en.some(({ mark }, at) => mark !== items.zh[at]?.mark)) {
    complain(note.line, {
      en: 'The languages mark different options as right; list the options in the same order.',
      zh: '两种语言标出的正确选项不同；请按相同的顺序列出选项。',
    })
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
    complain(note.line, {
      en: `The ordering has ${steps.length} step${steps.length === 1 ? '' : 's'}; give it 2 to 20.`,
      zh: `这道排序题有 ${steps.length} 个步骤；请给出 2 到 20 个。`,
    })
  }
  return { kind: 'ordering', prompt: items.body, steps, why: textOf(note, 'A') }
}

const ITEMS = {
  options: { en: 'options', zh: '选项' },
  steps: { en: 'steps', zh: '步骤' },
} as const

/** Both languages' items; a language without any takes the other's. */
function alignItems(
  note: ScannedNote,
  listed: PerLocale<ListedText>,
  kind: keyof typeof ITEMS,
  complain: Complain,
) {
  const itemsOf = (locale: Locale) =>
    listed[locale].items.length > 0 ? listed[locale].items : listed[otherLocale(locale)].items
  const [en, zh] = [itemsOf('en'), itemsOf('zh')]
  const what = ITEMS[kind]
  const body = {
    en: listed.en.body || listed.zh.body,
    zh: listed.zh.body || listed.en.body,
  }
  if (body.en === '') {
    complain(note.line, {
      en: `The prompt is nothing but ${what.en}; write the question above them.`,
      zh: `除了${what.zh}没有题目；请在上面写出题目。`,
    })
    return undefined
  }
  if ([...en, ...zh].some((item) => item.text === '')) {
    complain(note.line, {
      en: `One of the ${what.en} is empty; write it or take it out.`,
      zh: `有一个${what.zh}是空的；请补上或删去。`,
    })
    return undefined
  }
  if (en.length !== zh.length) {
    complain(note.line, {
      en: `The languages have ${en.length} and ${zh.length} ${what.en}; list the same ones in both.`,
      zh: `两种语言分别有 ${en.length} 个和 ${zh.length} 个${what.zh}；请列得一致。`,
    })
    return undefined
  }
  return { body, en, zh }
}

type PerLocale<T> = { readonly [L in Locale]: T }

function mapText<T>(text: Text, change: (text: string) => T): PerLocale<T> {
  return { en: change(text.en), zh: change(text.zh) }
}
