import type { Text } from '../../core/locale.ts'
import { writeAnkiPackage } from './anki-package.ts'
import type { ExportFormat } from './export-format.ts'

/** Notes with their cards, schedule and reviews, which Anki adds to what it has. */
export const APKG = ankiFormat(
  'apkg',
  { en: 'cards, schedule and reviews, for Anki to add', zh: '卡片、调度和复习记录，供 Anki 合并导入' },
  {
    en: 'Anki leaves the schedule of cards that it already has as it is; a .colpkg would replace all that it has.',
    zh: 'Anki 已有的卡片，其调度不会因导入而改变；.colpkg 则会替换 Anki 里的全部内容。',
  },
)

/** The same as a whole collection. */
export const COLPKG = ankiFormat(
  'colpkg',
  { en: 'the same, to replace a whole collection of Anki', zh: '同上，但会替换 Anki 的整个集合' },
  {
    en: 'Importing it, Anki replaces its whole collection, all other decks too.',
    zh: '导入它时，Anki 会替换整个集合，其他牌组也不例外。',
  },
)

function ankiFormat(name: string, holds: Text, remark: Text): ExportFormat {
  return {
    name,
    endings: [`.${name}`],
    holds,
    write: async (deps, wanted, put) => ({
      ...(await writeAnkiPackage(deps, wanted, put)),
      remarks: [remark],
    }),
  }
}
