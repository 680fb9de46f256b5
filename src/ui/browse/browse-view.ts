import type { BrowsedCard } from '../../app/browse-cards.ts'
import { FLAG } from '../../core/card-flag.ts'
import { isShownOn } from '../../core/card-state.ts'
import { studyDayOf } from '../../core/day.ts'
import { count, type Text } from '../../core/locale.ts'
import { isDue } from '../../core/memory.ts'
import type { Around } from '../frame/around.ts'
import type { Page } from '../frame/page.ts'
import { pinnedField } from '../frame/pinned-field.ts'
import { FLAG_NOTE } from '../review/flag-note.ts'
import { cellText, type Line, line, padTextStart, run } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { promptLine } from '../text/prompt-line.ts'
import type { Tone } from '../theme/theme.ts'
import { formatDue, formatPercent } from '../words/format-interval.ts'
import { SUSPENDED } from '../words/marks-text.ts'
import type { BrowseField, BrowseState } from './browse-state.ts'
import { cardPage } from './card-page.ts'

export function drawBrowse(state: BrowseState, around: Around): Page {
  const { cards, marked, shown } = state
  if (shown !== undefined) {
    const page = cardPage(shown, state.sights, around)
    return state.field === undefined ? page : { ...page, ...fieldOf(state, around) }
  }
  return {
    title: line(around.say({ en: 'Cards', zh: '卡片' }), 'title'),
    aside: line(around.say(cardCount(cards.length)), 'hint'),
    body:
      cards.length === 0
        ? paragraph(around, NONE_FOUND)
        : cards.map((card, at) => cardLine(card, at === marked, around)),
    bodyKey: `browse ${state.asked}`,
    focus: marked,
    ...fieldOf(state, around),
  }
}

/** The query, or what is being typed. */
function fieldOf({ asked, field }: BrowseState, around: Around): Pick<Page, 'pinned' | 'cursor'> {
  return pinnedField(FIELD_LABELS[field?.kind ?? 'query'], field?.typed ?? asked, around)
}

const FIELD_LABELS: { readonly [K in BrowseField['kind']]: Text } = {
  query: { en: 'Search', zh: '查找' },
  due: { en: 'Date, or days from today', zh: '日期，或今天起的天数' },
  flag: FLAG_NOTE,
}

const DECK_WIDTH = 20
/** There what the card asks and where it stands say more than its deck. */
const NARROW = 64
const STATE_WIDTH = 13
const RECALL_WIDTH = 5

/** What it asks, its deck, when it comes back and today's probability of recall. */
function cardLine(browsed: BrowsedCard, isMarked: boolean, around: Around): Line {
  const { deck, state } = browsed
  const deckWidth = around.width < NARROW ? 0 : DECK_WIDTH
  const room = Math.max(10, around.width - 2 - deckWidth - STATE_WIDTH - RECALL_WIDTH)
  const tone = isMarked ? 'chosen' : state.suspended ? 'hint' : undefined
  return [
    run(isMarked ? '› ' : '  ', 'chosen'),
    run(cellText(listedText(browsed, around), room), tone),
    run(cellText(around.say(deck.title), deckWidth), 'hint'),
    ...stateRuns(browsed, around, tone),
  ]
}

/** What it asks, with its flag. */
export function listedText({ card, flag }: BrowsedCard, { locale }: Around): string {
  return `${flag === undefined ? '' : `${FLAG} `}${promptLine(card, locale)}`
}

/** When it comes back, and today's probability of recall, in columns. */
export function stateRuns(browsed: BrowsedCard, around: Around, tone?: Tone): Line {
  const { state, recall } = browsed
  return [
    run(cellText(around.say(stateText(browsed, around)), STATE_WIDTH), tone),
    run(padTextStart(state.memory.kind === 'new' ? '' : formatPercent(recall), RECALL_WIDTH), tone),
  ]
}

/** What holds it back, or when it comes. */
function stateText({ state }: BrowsedCard, { now }: Around): Text {
  const [{ memory }, day] = [state, studyDayOf(now)]
  if (state.suspended) return SUSPENDED
  if (!isShownOn(state, day)) return { en: 'buried', zh: '已搁置' }
  if (memory.kind === 'new') return { en: 'new', zh: '新卡片' }
  if (memory.kind === 'review' ? isDue(memory, day) : memory.due <= now.at) return { en: 'due', zh: '到期' }
  return formatDue(memory, { at: now.at, day })
}

export function cardCount(cards: number): Text {
  return { en: count(cards, 'card'), zh: `${cards} 张卡片` }
}

/** With what may be asked. */
export const NONE_FOUND: Text = {
  en: 'No card is like that. Words must all stand in a card; filters are deck: tag: id: is: rated: prop:, with - before what must not hold, and or between alternatives.',
  zh: '没有符合的卡片。各个词须同时出现在卡片中；过滤条件有 deck: tag: id: is: rated: prop:，前面加 - 表示排除，or 表示任一。',
}
