import Database from 'better-sqlite3'
import { type Card, createEmptyCard, type FSRS, fsrs, type Grade } from 'ts-fsrs'
import { studyClockOf } from '../../../src/core/day.ts'
import { RATINGS, type Rating } from '../../../src/core/rating.ts'
import { tellReplayed } from './replayed.ts'

/** The reviews of a log by ts-fsrs and nothing else: they lie in memory before the clock starts. */
const db = new Database(process.argv[2], { readonly: true })
const retention = db
  .prepare("select value ->> 'desiredRetention' from parameters where scope = 'cards'")
  .pluck()
  .get()
const reviews = readReviews()
tellReplayed(() => {
  const states = replay(fsrs({ request_retention: Number(retention), enable_fuzz: true }))
  return [...states.values()].map((card) => card.stability)
})

function replay(engine: FSRS): Map<string, Card> {
  const cards = new Map<string, Card>()
  for (let at = 0; at < reviews.ratings.length; at++) {
    const id = reviews.cards[at] as string
    const clock = new Date(reviews.clocks[at] as number)
    const card = cards.get(id) ?? createEmptyCard<Card>(clock)
    cards.set(id, engine.next(card, clock, reviews.ratings[at] as Grade).card)
  }
  return cards
}

function readReviews() {
  const names = new Map<string, string>()
  const [cards, clocks, ratings] = [[] as string[], [] as number[], [] as number[]]
  const rows = db
    .prepare<[], readonly [string, number, number, Rating]>(
      `select subject, at, offset_min, body ->> 'rating' from event where kind = 'review'
       and id not in (select subject from event where kind = 'undo') order by id`,
    )
    .raw()
  for (const [card, at, offsetMin, rating] of rows.iterate()) {
    if (!names.has(card)) names.set(card, card)
    cards.push(names.get(card) ?? card)
    clocks.push(studyClockOf({ at, offsetMin }))
    ratings.push(RATINGS.indexOf(rating) + 1)
  }
  return { cards, clocks, ratings }
}
