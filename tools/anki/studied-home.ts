import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { answerOne, buryOne, flagCard, forgetCard, setDue, setSuspended } from '../../src/app/change-card.ts'
import type { Deps } from '../../src/app/deps.ts'
import { type StudyDay, studyDayOf } from '../../src/core/day.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { entryOf, type LogEntry } from '../../src/core/log-entry.ts'
import { simulateLearner } from '../scale/simulate-learner.ts'
import { openHome } from './open-home.ts'

const DAYS = 80

/** What the program's decks do not have. */
const OWN_DECK = `---
title: Own::notes
title.zh: 自己的笔记
group: mine
---

## own/image
tags: two words, 图像
image: images/ramp.png

Q: What does \`a < b && c\` show in **this** image, of $a_{b_{c}} < x$?
A: A ramp: ![again](images/ramp.png) and <script>alert(1)</script>.

## own/cloze
C: Each [1: \`std::vector\`] meets [2: $x_{a_{b}}$], and {{c1::this}} is text.
`

/** A learner of some months, in a folder that is there and empty, with the program's decks and one of their own. */
export async function studiedHome(folder: string, offsetMin: number): Promise<Deps> {
  writeOwnDeck(join(folder, 'decks'))
  const deps = await openHome(folder, offsetMin)
  const cards = [...deps.content.cards.keys()]
  const today = studyDayOf(deps.now())
  deps.store.accept(entriesOf(cards, today), (id) => {
    throw new Error(`${id} is there twice`)
  })
  markCards(deps)
  return deps
}

function* entriesOf(cards: readonly CardId[], today: StudyDay): Generator<LogEntry> {
  const learner = {
    seed: 'anki',
    cards,
    exercises: ['adam' as ExerciseId],
    first: today - DAYS,
    last: today - 1,
  }
  for (const event of simulateLearner(learner)) yield entryOf(event)
}

export function writeOwnDeck(decks: string): void {
  mkdirSync(join(decks, 'images'), { recursive: true })
  writeFileSync(join(decks, 'own.md'), OWN_DECK)
  const data = Uint8Array.from({ length: 64 }, (_, at) => at * 4)
  writeFileSync(join(decks, 'images', 'ramp.png'), encode({ width: 8, height: 8, data, channels: 1 }))
}

/** Some of what a learner does to single cards. */
function markCards(deps: Deps): void {
  const [first, second, third, fourth, fifth] = [...deps.content.cards.keys()]
  answerOne(deps, first ?? '', 'again')
  setSuspended(deps, second ?? '', true)
  buryOne(deps, third ?? '')
  forgetCard(deps, fourth ?? '')
  setDue(deps, fifth ?? '', '+9')
  flagCard(deps, fifth ?? '', 'is <this> right?')
}
