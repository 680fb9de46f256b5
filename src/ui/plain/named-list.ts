import type { Refusal } from '../../app/accept-events.ts'
import type { FolderFault } from '../../app/sync/shared-folder.ts'
import { type Text, verbatim } from '../../core/locale.ts'
import type { Around } from '../frame/around.ts'
import { type Line, line } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { COLON, join } from '../words/punctuation.ts'

/** A title and what it is about, one a line; nothing where there is none of it. */
export function namedList(around: Around, title: Text, items: readonly Text[]): readonly Line[] {
  if (items.length === 0) return []
  return [
    ...paragraph(around, title),
    ...items.slice(0, MOST_NAMED).map((item) => line(`  ${around.say(item)}`)),
    ...(items.length > MOST_NAMED ? [line(around.say(andMore(items.length - MOST_NAMED)))] : []),
  ]
}

/** What was left as it is, and why. */
export function faultText({ path, why }: FolderFault): Text {
  return join(verbatim(path), COLON, why)
}

export function refusalText({ id, why }: Refusal): Text {
  return faultText({ path: id ?? '?', why })
}

export const REFUSED: Text = { en: 'Entries that were not let in:', zh: '未接收的记录：' }

/** So many of a kind are named; `--json` names all. */
const MOST_NAMED = 10

function andMore(more: number): Text {
  return { en: `  … and ${more} more (--json names all)`, zh: `  ……另有 ${more} 项（--json 会全部列出）` }
}
