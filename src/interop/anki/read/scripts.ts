const SUPERSCRIPTS = new Map(
  [...'0123456789+-=()n'].map((letter, at) => [letter, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][at] ?? letter]),
)
const SUBSCRIPTS = new Map(
  [...'0123456789+-=()'].map((letter, at) => [letter, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][at] ?? letter]),
)

/** `x²` where there are such letters, and `x^(ab)` else. */
export function scripted(text: string, tag: 'sub' | 'sup'): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  const letters = tag === 'sub' ? SUBSCRIPTS : SUPERSCRIPTS
  const found = [...trimmed].map((letter) => letters.get(letter))
  if (found.every((letter) => letter !== undefined)) return found.join('')
  const mark = tag === 'sub' ? '_' : '^'
  return [...trimmed].length === 1 ? mark + trimmed : `${mark}(${trimmed})`
}
