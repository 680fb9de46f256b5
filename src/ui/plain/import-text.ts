import type { Deps } from '../../app/deps.ts'
import type { ImportReport, LeftOut } from '../../app/import/import-report.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import { aside, COLON, enumerate, join } from '../words/punctuation.ts'
import { plainAround, toldText } from './plain-text.ts'

/** What an import did, or would do; what it left out and why. */
export function importedText(deps: Deps, report: ImportReport): string {
  const told = [
    ...(report.isDryRun ? [DRY] : []),
    ...notesLine(report),
    factsLine(report),
    ...mediaLine(report),
    ...report.leftOut.map(leftOutLine),
    ...editedLine(report),
    ...report.remarks,
    ...decksLine(report),
  ]
  return toldText(plainAround(deps), told)
}

const DRY: Text = {
  en: 'This is what an import would do; nothing was changed.',
  zh: '以下是导入将做的事；未作任何改动。',
}

/** A file need not hold notes: a review log has none. */
function notesLine({ notes, cards }: ImportReport): readonly Text[] {
  const parts = [
    { en: `${notes.added} new`, zh: `新增 ${notes.added}` },
    { en: `${notes.changed} changed`, zh: `更新 ${notes.changed}` },
    { en: `${notes.unchanged} as before`, zh: `不变 ${notes.unchanged}` },
    ...(notes.edited > 0 ? [{ en: `${notes.edited} edited here`, zh: `本地改过 ${notes.edited}` }] : []),
  ]
  const total = notes.added + notes.changed + notes.unchanged + notes.edited
  const of = {
    en: `${count(total, 'note')} with ${count(cards, 'card')}`,
    zh: `${total} 条笔记，${cards} 张卡片`,
  }
  return total === 0 ? [] : [join(of, COLON, enumerate(parts))]
}

function factsLine({ reviews, otherFacts, known }: ImportReport): Text {
  return enumerate([
    { en: count(reviews, 'new review'), zh: `新增复习 ${reviews} 次` },
    { en: count(otherFacts, 'other new fact'), zh: `其他记录 ${otherFacts} 条` },
    { en: `${known} known already`, zh: `已有 ${known} 条` },
  ])
}

function mediaLine({ media: { added, known } }: ImportReport): readonly Text[] {
  if (added + known === 0) return []
  return [
    {
      en: `Media: ${added} new, ${known} here already`,
      zh: `媒体：新增 ${added}，已有 ${known}`,
    },
  ]
}

function leftOutLine({ why, count: number, examples }: LeftOut): Text {
  const names = examples.length > 0 ? aside(enumerate(examples.map(verbatim))) : verbatim('')
  return join({ en: `Left out ${number}: `, zh: `未导入 ${number} 项：` }, why, names)
}

function editedLine({ notes: { edited }, editedHere }: ImportReport): readonly Text[] {
  if (edited === 0) return []
  const named = editedHere.map((name): Text => ({ en: `"${name}"`, zh: `“${name}”` }))
  return [editedText(enumerate([...named, ...(edited > named.length ? [verbatim('…')] : [])]))]
}

function editedText(names: Text): Text {
  return {
    en: `Notes that were edited here, or that stand here with another text, stay as they are here: ${names.en}.`,
    zh: `在本地改过的，或与文件内容不同的笔记，保持本地的样子：${names.zh}。`,
  }
}

const MOST_DECKS = 5

function decksLine({ decks, isDryRun }: ImportReport): readonly Text[] {
  if (decks.length === 0) return []
  const names = enumerate(decks.slice(0, MOST_DECKS).map(verbatim))
  const more = decks.length - MOST_DECKS
  const rest: Text = more > 0 ? { en: ` and ${more} more`, zh: ` 等，另有 ${more} 个` } : verbatim('')
  const intro: Text = isDryRun
    ? { en: 'Decks that would be written', zh: '将写入的卡组' }
    : { en: 'Decks written', zh: '已写入的卡组' }
  return [join(intro, COLON, names, rest)]
}
