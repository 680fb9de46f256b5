import type { Deps } from '../../app/deps.ts'
import type { Exported } from '../../app/export/export-format.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import { enumerate, join } from '../words/punctuation.ts'
import { plainAround, toldText } from './plain-text.ts'

/** Where it was written, how much of what, and what a reader of the file should know. */
export function exportedText(deps: Deps, path: string, exported: Exported): string {
  const told = [join(WROTE, verbatim(path)), amounts(exported), ...exported.remarks]
  return toldText(plainAround(deps), told)
}

const WROTE: Text = { en: 'Written: ', zh: '已写入：' }

function amounts({ notes, cards, reviews }: Exported): Text {
  const parts: readonly Text[] = [
    ...(cards > 0
      ? [
          {
            en: `${count(cards, 'card')} of ${count(notes, 'note')}`,
            zh: `${notes} 条笔记的 ${cards} 张卡片`,
          },
        ]
      : []),
    ...(reviews > 0 || cards === 0 ? [{ en: count(reviews, 'review'), zh: `${reviews} 次复习` }] : []),
  ]
  return enumerate(parts)
}
