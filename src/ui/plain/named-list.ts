import type { Text } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import { type Line, line } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'

/** A title and what it is about, one a line; nothing where there is none of it. */
export function namedList(around: Around, title: Text, items: readonly Text[]): readonly Line[] {
  if (items.length === 0) return []
  return [
    ...paragraph(around, title),
    ...items.slice(0, MOST_NAMED).map((item) => line(`  ${around.say(item)}`)),
    ...(items.length > MOST_NAMED ? [line(around.say(andMore(items.length - MOST_NAMED)))] : []),
  ]
}

/** So many of a kind are named; `--json` names all. */
const MOST_NAMED = 10

function andMore(more: number): Text {
  return { en: `  … and ${more} more (--json names all)`, zh: `  ……另有 ${more} 项（--json 会全部列出）` }
}
