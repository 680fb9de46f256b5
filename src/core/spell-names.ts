import type { Text } from './locale.ts'
import type { Param, Signature } from './signature.ts'

/** As a programming language spells a name of the signature. */
export type Spell = (name: string) => string

/** Texts about an exercise, its names spelled as a programming language does. */
export interface NameSpeller {
  /** Of what speaks of values, such as `result.class is 3`. */
  readonly inPlaces: (text: string) => string
  /**
   * Of Markdown for people: all names that are marked as code; elsewhere only those that cannot be words of a
   * sentence.
   */
  readonly inProse: (text: Text) => Text
}

/** @param spell the same where nothing changes */
export function createNameSpeller({ params, returns }: Signature, spell: Spell): NameSpeller {
  const names = namesIn([...params, { name: 'result', type: returns }]).filter((name) => spell(name) !== name)
  const all = replacing(names, spell)
  const odd = replacing(names.filter(isNoWord), spell)
  const prose = (text: string) => odd(text.replace(CODE, all))
  return { inPlaces: all, inProse: ({ en, zh }) => ({ en: prose(en), zh: prose(zh) }) }
}

const CODE = /`[^`\n]+`/g

function isNoWord(name: string): boolean {
  return /[a-z0-9][A-Z]/.test(name)
}

function replacing(names: readonly string[], spell: Spell): (text: string) => string {
  if (names.length === 0) return (text) => text
  const words = new RegExp(`\\b(?:${names.join('|')})\\b`, 'g')
  return (text) => text.replace(words, spell)
}

function namesIn(params: readonly Param[]): readonly string[] {
  return params.flatMap(({ name, type }) => [name, ...(type.kind === 'record' ? namesIn(type.fields) : [])])
}
