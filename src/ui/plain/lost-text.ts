import type { Deps } from '../../app/deps.ts'
import type { Joined } from '../../app/join-history.ts'
import type { LostHistory } from '../../app/lost-histories.ts'
import { dateOf } from '../../core/day.ts'
import { count, type Text } from '../../core/locale.ts'
import { plainAround } from './plain-text.ts'

/** Of those that nothing is like: the first few are enough to see what happened. */
const SHOWN = 5

/** Histories without a card, and where each may belong. */
export function lostTexts(lost: readonly LostHistory[]): readonly Text[] {
  const asked = lost.flatMap((one) => (one.likely ? [{ ...one, likely: one.likely }] : []))
  const rest = lost.filter(({ likely }) => likely === undefined)
  return [
    ...asked.map(sameCard),
    ...rest.slice(0, SHOWN).map(inNoDeck),
    ...(rest.length > SHOWN ? [more(rest.length - SHOWN)] : []),
    ...(lost.length > 0 ? [WAY] : []),
  ]
}

export function joinedText(deps: Deps, history: string, { path, line }: Joined): string {
  const { say } = plainAround(deps)
  return say({
    en: `${path}:${line} now goes on as ${history}.`,
    zh: `${path}:${line} 现在接续 ${history} 的复习记录。`,
  })
}

function sameCard({
  card,
  reviews,
  likely,
}: LostHistory & { readonly likely: NonNullable<LostHistory['likely']> }): Text {
  const place = `${likely.path}:${likely.card.line}`
  const command = `anneal doctor join ${card} ${likely.card.id}`
  return {
    en: `${card}: ${count(reviews, 'review')}, in no deck. The same card as ${place}? Then \`${command}\``,
    zh: `${card}：${reviews} 次复习，已不在任何卡组中。与 ${place} 是同一张卡片吗？若是，请运行 \`${command}\``,
  }
}

function inNoDeck({ card, reviews, lastDay }: LostHistory): Text {
  const last = dateOf(lastDay)
  return {
    en: `${card}: ${count(reviews, 'review')}, the last on ${last}, in no deck`,
    zh: `${card}：${reviews} 次复习，最近一次在 ${last}，已不在任何卡组中`,
  }
}

function more(histories: number): Text {
  return {
    en: `and ${histories} more (\`--json\` lists them)`,
    zh: `另有 ${histories} 份（用 \`--json\` 查看）`,
  }
}

const WAY: Text = {
  en: '`anneal doctor join HISTORY CARD` lets a card of your own decks go on with one',
  zh: '用 `anneal doctor join HISTORY CARD` 可让你自己卡组中的一张卡片接续某份记录',
}
