import { expect, test } from 'vitest'
import type { Card } from '../../../src/core/card.ts'
import { showCloze } from '../../../src/core/cloze.ts'
import { LOCALES, type Locale, type Text } from '../../../src/core/locale.ts'
import { cardsOfGroup } from './decks-of-group.ts'

/** A figure as it stands in the text: the same in both languages, or one writing for each. */
export type Figure = string | Text

/** From a card's id to figures computed here. */
export type FigureChecks = Readonly<Record<string, () => readonly Figure[]>>

/**
 * Declares one test for each card: the computed figures stand in its answer (the hidden part of a cloze; the right option and the
 * reason of a choice; the errata) in both languages.
 */
export function checkAnswerFigures(group: string, checks: FigureChecks): void {
  checkFigures(group, checks, 'answer', answerSide)
}

/** The same for figures that a prompt states. */
export function checkPromptFigures(group: string, checks: FigureChecks): void {
  checkFigures(group, checks, 'prompt', promptSide)
}

const WORDS: readonly Text[] = [
  { en: 'zero', zh: '零' },
  { en: 'one', zh: '一' },
  { en: 'two', zh: '两' },
  { en: 'three', zh: '三' },
  { en: 'four', zh: '四' },
  { en: 'five', zh: '五' },
  { en: 'six', zh: '六' },
  { en: 'seven', zh: '七' },
  { en: 'eight', zh: '八' },
  { en: 'nine', zh: '九' },
  { en: 'ten', zh: '十' },
]

/** A small whole number, for texts that write it as a word. */
export function inWords(value: number): Text {
  const words = WORDS[value]
  if (words === undefined) throw new Error(`no word for ${value}`)
  return words
}

function checkFigures(
  group: string,
  checks: FigureChecks,
  side: string,
  textOf: (card: Card, locale: Locale) => string,
): void {
  const cards = new Map(cardsOfGroup(group).map((card) => [card.id as string, card]))

  test.each(Object.entries(checks))(`${side} of %s`, (id, compute) => {
    const card = cards.get(id)
    if (card === undefined) throw new Error(`There is no card ${id}; its figures were checked here.`)
    const figures = compute()
    expect(figures.length).toBeGreaterThan(0)
    for (const locale of LOCALES) {
      const text = textOf(card, locale)
      const written = figures.map((figure) => (typeof figure === 'string' ? figure : figure[locale]))
      expect({ text, missing: written.filter((figure) => !holds(text, figure)) }).toEqual({
        text,
        missing: [],
      })
    }
  })
}

function answerSide(card: Card, locale: Locale): string {
  return [...answerParts(card), card.errata].map((part) => part?.[locale] ?? '').join('\n')
}

function answerParts(card: Card): readonly (Text | undefined)[] {
  switch (card.kind) {
    case 'basic':
      return [card.answer]
    case 'cloze': {
      const hidden = (locale: Locale) => showCloze(card.text[locale], card.hidden).answer
      return [{ en: hidden('en'), zh: hidden('zh') }]
    }
    case 'choice':
      return [...card.options.filter(({ right }) => right).map(({ text }) => text), card.why]
    case 'numeric':
      return [card.solution]
    case 'ordering':
      return [...card.steps, card.why]
  }
}

function promptSide(card: Card, locale: Locale): string {
  return card.kind === 'cloze' ? card.text[locale] : card.prompt[locale]
}

/** `16` does not stand in `160`, `216`, `1.16` or `16.5`; words have no such neighbours. */
function holds(text: string, figure: string): boolean {
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const before = text.slice(0, at)
    const after = text.slice(at + figure.length)
    const goesOn =
      (/\d$/.test(figure) && /^(?:\d|\.\d)/.test(after)) || (/^\d/.test(figure) && /[\d.]$/.test(before))
    if (!goesOn) return true
  }
  return false
}
