import { joinTexts, type Text, verbatim } from '../../core/locale.ts'

export function onTwoLines(above: Text, below: Text): Text {
  return joinTexts([above, below], verbatim('\n'))
}

export function paragraphs(...parts: readonly (Text | undefined)[]): Text {
  return joinTexts(
    parts.filter((part) => part !== undefined),
    verbatim('\n\n'),
  )
}
