import { browseCards } from '../../app/browse-cards.ts'
import { openCardSights } from '../../app/card-sights.ts'
import { parseQuery } from '../../core/browse/parse-query.ts'
import { defineScreen } from '../frame/define-screen.ts'
import { browseKeys } from './browse-keys.ts'
import type { BrowseState } from './browse-state.ts'
import { drawBrowse } from './browse-view.ts'
import { type BrowseEvent, stepBrowse } from './step-browse.ts'

export interface BrowseOpening {
  readonly query: string
}

declare module '../frame/destination.ts' {
  interface Destinations {
    readonly browse: BrowseOpening
  }
}

export const BROWSE = defineScreen<BrowseOpening, BrowseState, BrowseEvent>({
  open: (deps, { query }) => ({
    asked: query,
    cards: browseCards(deps, parseQuery(query)),
    marked: 0,
    field: undefined,
    shown: undefined,
    changes: 0,
    sights: openCardSights(deps),
  }),
  keys: browseKeys,
  draw: drawBrowse,
  hear: stepBrowse,
  hasField: ({ field }) => field !== undefined,
  type: (text) => ({ kind: 'type', text }),
})
