import { flagOf } from '../../core/card-flag.ts'
import { openAnkiPackage } from '../../interop/anki/read/open-package.ts'
import { schedulersIn } from '../deps.ts'
import { momentHere } from '../moment-here.ts'
import type { ImportFormat } from './import-format.ts'

/** Anki's archives, of any version, whole collections and parts of them. */
export const ANKI_PACKAGE: ImportFormat = {
  name: 'apkg',
  endings: ['.apkg', '.colpkg'],
  holds: { en: 'notes, schedule, reviews and media of Anki', zh: 'Anki 的笔记、调度、复习记录和媒体' },
  takes: ({ name }) => name.endsWith('.apkg') || name.endsWith('.colpkg'),
  open: async (deps, { path }) => {
    const texts = deps.store.settings()
    return openAnkiPackage(path, {
      now: deps.now(),
      offsetAt: (at) => momentHere(at).offsetMin,
      scheduler: schedulersIn(deps).cards,
      isSuspended: (card) => deps.store.card(card).suspended,
      isFlagged: (card) => flagOf(card, texts) !== undefined,
    })
  },
}
