import type { Card } from '../core/card.ts'
import type { Fault } from '../core/fault.ts'
import { familyOf } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import type { LocatedNote } from './located-note.ts'
import { DUPLICATE_OVERLAP, findNearDuplicates } from './near-duplicates.ts'

/** Notes that ask the same, or nearly. */
export function lintDuplicates(notes: readonly LocatedNote[]): readonly Fault[] {
  return [...samePrompts(notes), ...nearDuplicates(notes)]
}

/** One prompt with two answers cannot be answered, however much the answers differ. */
function samePrompts(notes: readonly LocatedNote[]): readonly Fault[] {
  const firsts = new Map<string, Card>()
  return notes.flatMap(({ path, card }) => {
    if (card.kind === 'cloze') return []
    const prompt = card.prompt.en.replace(/\s+/g, ' ')
    const first = firsts.get(prompt)
    if (first !== undefined) return [{ path, line: card.line, message: samePrompt(first) }]
    firsts.set(prompt, card)
    return []
  })
}

/** One fault for each group, however large it is. */
function nearDuplicates(notes: readonly LocatedNote[]): readonly Fault[] {
  return findNearDuplicates(notes, ({ card }) => wording(card)).flatMap(({ members: group, overlap }) => {
    const members = firstOfFamilies(group)
    const [first, second] = members
    if (first === undefined || second === undefined || differInCase(first.card, second.card)) return []
    const message = group.length === 2 ? tooAlike(first, overlap) : copies(members)
    return [{ path: second.path, line: second.card.line, message }]
  })
}

/** What one note of Anki became asks for the same from several sides on purpose. */
function firstOfFamilies(notes: readonly LocatedNote[]): readonly LocatedNote[] {
  const firsts = new Map<string, LocatedNote>()
  for (const note of notes) {
    const family = familyOf(note.card.note)
    if (!firsts.has(family)) firsts.set(family, note)
  }
  return [...firsts.values()]
}

/** `p` and `P` are asked about on purpose. */
function differInCase(one: Card, other: Card): boolean {
  if (one.kind === 'cloze' || other.kind === 'cloze') return false
  const [first, second] = [one.prompt.en, other.prompt.en]
  return first !== second && first.toLowerCase() === second.toLowerCase()
}

function wording(card: Card): string {
  switch (card.kind) {
    case 'basic':
      return `${card.prompt.en} ${card.answer.en}`
    case 'cloze':
      return card.text.en
    case 'choice':
      return [card.prompt.en, ...card.options.map(({ text }) => text.en)].join(' ')
    case 'numeric':
      return `${card.prompt.en} ${card.answer} ${card.solution.en}`
    case 'ordering':
      return [card.prompt.en, ...card.steps.map(({ en }) => en)].join(' ')
  }
}

function samePrompt({ note }: Card): Text {
  return {
    en: `The prompt is that of ${note} too; say what tells them apart.`,
    zh: `题目与 ${note} 相同；请写出两者的区别。`,
  }
}

const MOST = 100 * DUPLICATE_OVERLAP

function tooAlike({ path, card }: LocatedNote, overlap: number): Text {
  const [shared, place] = [Math.round(100 * overlap), `${path}:${card.line}`]
  return {
    en: `The note shares ${shared}% of its words with ${card.note} (${place}; ${MOST}% is too much); drop or reword one.`,
    zh: `这条笔记与 ${card.note}（${place}）有 ${shared}% 的词相同，上限 ${MOST}%；请删去或改写一条。`,
  }
}

function copies(members: readonly LocatedNote[]): Text {
  const [count, named] = [members.length, firstOf(members)]
  return {
    en: `${count} notes are near copies of each other, each with ${MOST}% of its words or more in another: ${named.en}; keep one, or reword them.`,
    zh: `有 ${count} 条笔记几乎一样，每条都与另一条有 ${MOST}% 以上的词相同：${named.zh}；请只留一条，或改写。`,
  }
}

const NAMED = 3

function firstOf(members: readonly LocatedNote[]): Text {
  const named = members.slice(0, NAMED)
  const more = members.length - named.length
  const en = named.map(({ path, card }) => `${card.note} (${path}:${card.line})`)
  const zh = named.map(({ path, card }) => `${card.note}（${path}:${card.line}）`)
  return {
    en: [...en, ...(more > 0 ? [`${more} more`] : [])].join(', '),
    zh: zh.join('、') + (more > 0 ? '等' : ''),
  }
}
