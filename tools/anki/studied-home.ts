import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { answerOne, buryOne, flagCard, forgetCard, setDue, setSuspended } from '../../src/app/change-card.ts'
import type { Deps } from '../../src/app/deps.ts'
import { loadContent } from '../../src/content/load-content.ts'
import { type Moment, studyDayOf } from '../../src/core/day.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { DEVICE, simulateLearner } from '../scale/simulate-learner.ts'
import { writeLog } from '../scale/write-log.ts'

/** Local time minus UTC where the simulated learner lives. */
export const OFFSET_MIN = 60
const DAYS = 200

/** What the program's decks do not have. */
const OWN_DECK = `---
title: Own::notes
title.zh: 自己的笔记
group: mine
---

## own/picture
tags: two words, 图像
image: pictures/ramp.png

Q: What does \`a < b && c\` show in **this** picture, of $a_{b_{c}} < x$?
A: A ramp: ![again](pictures/ramp.png) and <script>alert(1)</script>.

## own/cloze
C: Each [1: \`std::vector\`] meets [2: $x_{a_{b}}$], and {{c1::this}} is text.
`

/** A learner of some months, in a folder that is there and empty, with the program's decks and one of their own. */
export async function studiedHome(folder: string): Promise<Deps> {
  const now: Moment = { at: Date.now(), offsetMin: OFFSET_MIN }
  const decks = join(folder, 'decks')
  writeOwnDeck(decks)
  const readContent = () => loadContent({ builtIn: 'dist', own: decks })
  const content = await readContent()
  const store = createStore(studiedLog(join(folder, 'anneal.db'), [...content.cards.keys()], studyDayOf(now)))
  store.rebuild()
  const deps: Deps = {
    store,
    content,
    readContent,
    machine: { locale: 'en', workspace: join(folder, 'workspace') },
    folders: {
      builtIn: 'dist',
      graders: 'dist/graders',
      cache: join(folder, 'cache'),
      home: folder,
      decks,
      exercises: join(folder, 'exercises'),
      ownGraders: join(folder, 'graders'),
      backups: '',
    },
    now: () => now,
  }
  markCards(deps)
  return deps
}

function writeOwnDeck(decks: string): void {
  mkdirSync(join(decks, 'pictures'), { recursive: true })
  writeFileSync(join(decks, 'own.md'), OWN_DECK)
  const data = Uint8Array.from({ length: 64 }, (_, at) => at * 4)
  writeFileSync(join(decks, 'pictures', 'ramp.png'), encode({ width: 8, height: 8, data, channels: 1 }))
}

function studiedLog(path: string, cards: readonly CardId[], today: number) {
  const db = openDatabase(path)
  const learner = {
    seed: 'anki',
    cards,
    exercises: ['adam' as ExerciseId],
    first: today - DAYS,
    last: today - 1,
  }
  writeLog(db, simulateLearner(learner), DEVICE)
  return db
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
