import type { BrowsedCard } from '../../app/browse-cards.ts'
import type { Text } from '../../core/locale.ts'
import { EDITING_KEYS, NEVER_MIND } from '../frame/field-keys.ts'
import { type Binding, COMMON_KEYS, type CommonEvent } from '../frame/key-table.ts'
import { MOVE_KEYS } from '../frame/list-keys.ts'
import { FLAG_IT, UNFLAG } from '../review/flag-note.ts'
import { UNDO } from '../review/undo-key.ts'
import { type BrowseField, type BrowseState, cardAtHand } from './browse-state.ts'
import type { BrowseEvent } from './step-browse.ts'

type BrowseBinding = Binding<BrowseEvent | CommonEvent>

export function browseKeys(state: BrowseState): readonly BrowseBinding[] {
  if (state.field !== undefined) return fieldKeys(state.field)
  const card = cardAtHand(state)
  // What was done here alone: whoever looks at cards means no answer of a review.
  const own = [...(card === undefined ? [] : cardKeys(card)), ...(state.changes > 0 ? [UNDO] : [])]
  if (state.shown !== undefined) return [BACK, ...own, ...COMMON_KEYS]
  return [SEARCH, ...(card === undefined ? [] : IN_LIST), ...own, ...COMMON_KEYS]
}

function fieldKeys({ kind }: BrowseField): readonly BrowseBinding[] {
  return [{ keys: ['enter'], help: FIELD_HELP[kind], event: { kind: 'enter' } }, NEVER_MIND, ...EDITING_KEYS]
}

const FIELD_HELP: { readonly [K in BrowseField['kind']]: Text } = {
  query: { en: 'search', zh: '查找' },
  due: { en: 'come back then', zh: '届时再出现' },
  flag: FLAG_IT,
}

const SEARCH: BrowseBinding = {
  keys: ['/'],
  help: FIELD_HELP.query,
  event: { kind: 'field', field: 'query' },
}

const IN_LIST: readonly BrowseBinding[] = [
  { keys: ['enter'], help: { en: 'open', zh: '打开' }, event: { kind: 'open' } },
  ...MOVE_KEYS,
]

const BACK: BrowseBinding = {
  keys: ['escape', 'q', 'enter'],
  help: { en: 'back to the list', zh: '回到列表' },
  event: { kind: 'back' },
}

function cardKeys({ state, flag }: BrowsedCard): readonly BrowseBinding[] {
  const isSeen = state.memory.kind !== 'new'
  return [
    { keys: ['e'], help: { en: 'edit', zh: '编辑' }, event: { kind: 'edit' } },
    {
      keys: ['s'],
      help: state.suspended ? { en: 'take it up again', zh: '恢复' } : { en: 'suspend', zh: '暂停' },
      event: { kind: 'suspend' },
    },
    { keys: ['b'], help: { en: 'bury', zh: '搁置' }, event: { kind: 'bury' } },
    flag === undefined
      ? { keys: ['f'], help: { en: 'flag', zh: '旗标' }, event: { kind: 'field', field: 'flag' } }
      : UNFLAG,
    ...(isSeen ? SEEN_KEYS : []),
  ]
}

const SEEN_KEYS: readonly BrowseBinding[] = [
  { keys: ['d'], help: { en: 'set its day', zh: '指定日期' }, event: { kind: 'field', field: 'due' } },
  { keys: ['n'], help: { en: 'make it new', zh: '重置为新卡片' }, event: { kind: 'forget' } },
]
