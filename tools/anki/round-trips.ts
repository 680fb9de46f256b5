import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Deps } from '../../src/app/deps.ts'
import { exportCards } from '../../src/app/export/export-cards.ts'
import { importFile } from '../../src/app/import/import-file.ts'
import { studyDayOf } from '../../src/core/day.ts'
import type { CardId } from '../../src/core/ids.ts'
import type { Memory } from '../../src/core/memory.ts'
import { schedulerFor } from '../../src/core/parameters-by-scope.ts'
import { ankiPython } from './anki-python.ts'
import { type AnkiCard, type AnkiFacts, askAnki, RECALL_TOLERANCE } from './ask-anki.ts'
import { type Finding, finding } from './finding.ts'
import { openHome } from './open-home.ts'
import { EVERYTHING } from './packages.ts'
import { studiedHome, writeOwnDeck } from './studied-home.ts'

/** As this machine's clock has it, for imports ask that. */
const OFFSET_MIN = -new Date().getTimezoneOffset()

/** Current archives and those of Anki before 2.1.50; a part of a collection and the whole. */
export type RoundTrip = 'current.apkg' | 'current.colpkg' | 'legacy.apkg' | 'legacy.colpkg'

const WAYS: readonly RoundTrip[] = ['current.apkg', 'current.colpkg', 'legacy.apkg', 'legacy.colpkg']

/** Whether a collection of Anki is the same when it has come here and gone back. */
export async function* findThereAndBack(ways: readonly RoundTrip[] = WAYS): AsyncGenerator<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-anki-'))
  try {
    const args = ['tools/anki/foreign_collection.py', folder, String(OFFSET_MIN)]
    const before = JSON.parse(
      execFileSync(ankiPython(), args, { encoding: 'utf8', maxBuffer: 2 ** 28 }),
    ) as AnkiFacts
    for (const way of ways) {
      const back = join(folder, `back-from-${way}.colpkg`)
      yield* importTwice(join(folder, way), way, before, back)
      yield* compareFacts(before, askAnki(back, OFFSET_MIN, 1), `Anki, here by ${way}, Anki`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* importTwice(
  path: string,
  way: string,
  before: AnkiFacts,
  back: string,
): AsyncGenerator<Finding> {
  const home = mkdtempSync(join(tmpdir(), 'anneal-anki-'))
  try {
    const first = await within(home, (deps) => importFile(deps, path, { isDryRun: false }))
    const again = await within(home, (deps) => importFile(deps, path, { isDryRun: false }))
    yield finding(
      `${way}: ${first.notes.added} notes, ${first.cards} cards and ${first.reviews} reviews come here; a second time nothing`,
      first.notes.added === Object.keys(before.notes).length &&
        first.cards === Object.keys(before.cards).length &&
        first.reviews === before.reviews.length &&
        again.notes.unchanged === first.notes.added &&
        again.reviews + again.otherFacts === 0,
    )
    await within(home, (deps) => {
      const decks = deps.content.decks
        .filter(({ path: file }) => file.startsWith(home))
        .map(({ name }) => name)
      return exportCards(deps, back, { ...EVERYTHING, languages: ['en'], decks })
    })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function within<T>(home: string, act: (deps: Deps) => Promise<T>): Promise<T> {
  const deps = await openHome(home, OFFSET_MIN)
  try {
    return await act(deps)
  } finally {
    deps.store.close()
  }
}

/** Whether what a learner has here is the same when it has been in Anki and comes into another home. */
export async function* findBackAndThere(ways: readonly RoundTrip[] = WAYS): AsyncGenerator<Finding> {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-anki-'))
  const deps = await studiedHome(folder, OFFSET_MIN)
  try {
    const ours = join(folder, 'ours.colpkg')
    await exportCards(deps, ours, EVERYTHING)
    execFileSync(ankiPython(), ['tools/anki/export_again.py', ours, folder, String(OFFSET_MIN)])
    for (const way of ways) yield* compareHomes(deps, join(folder, way), way)
  } finally {
    deps.store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* compareHomes(deps: Deps, path: string, way: string): AsyncGenerator<Finding> {
  const home = mkdtempSync(join(tmpdir(), 'anneal-anki-'))
  try {
    writeOwnDeck(join(home, 'decks'))
    const report = await within(home, (other) => importFile(other, path, { isDryRun: false }))
    yield await within(home, async (other) => {
      const differing = [...deps.content.cards.keys()].filter((card) => !standsAlike(deps, other, card))
      const shown = differing
        .slice(0, 3)
        .map((card) => `; ${card}: ${JSON.stringify([deps.store.card(card), other.store.card(card)])}`)
      return finding(
        `here, Anki, here by ${way}: ${report.reviews} reviews; ${differing.length} of ${deps.content.cards.size} cards stand otherwise${shown}`,
        differing.length === 0 &&
          other.content.cards.size === deps.content.cards.size &&
          isSame(answersIn(deps), answersIn(other)),
      )
    })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** When and how each card was answered. */
function answersIn({ store }: Deps): readonly string[] {
  const answers: string[] = []
  for (const event of store.standing())
    if (event.kind === 'review') answers.push(`${event.card} ${event.at} ${event.rating}`)
  return answers.sort()
}

function standsAlike(deps: Deps, other: Deps, card: CardId): boolean {
  const [one, two] = [deps.store.card(card), other.store.card(card)]
  const day = studyDayOf(deps.now())
  const { retrievability } = schedulerFor(deps.store.parameters().cards)
  return (
    one.suspended === two.suspended &&
    (one.buriedOn === day) === (two.buriedOn === day) &&
    isSame(fixedPart(one.memory), fixedPart(two.memory)) &&
    Math.abs(retrievability(one.memory, day) - retrievability(two.memory, day)) <= RECALL_TOLERANCE
  )
}

function fixedPart(memory: Memory) {
  if (memory.kind === 'new') return memory
  const { stability, difficulty, ...rest } = memory
  return rest
}

function* compareFacts(before: AnkiFacts, after: AnkiFacts, name: string): Generator<Finding> {
  const lost = keysOf(before.notes, after.notes).filter(
    (guid) => !isSame(before.notes[guid], after.notes[guid]),
  )
  yield finding(
    `${name}: ${Object.keys(before.notes).length} notes, other ones ${lost.join()}`,
    lost.length === 0,
  )
  const moved = keysOf(before.cards, after.cards).filter(
    (key) => !isSameCard(before.cards[key], after.cards[key]),
  )
  yield finding(
    `${name}: ${Object.keys(before.cards).length} cards, of which ${moved.length} stand otherwise${moved.slice(0, 3).map((key) => `; ${before.cards[key]} is ${after.cards[key]}`)}`,
    moved.length === 0,
  )
  yield finding(
    `${name}: ${before.reviews.length} reviews, decks, tags and media`,
    isSame(before.reviews, after.reviews) &&
      isSame(before.decks, after.decks) &&
      isSame(before.tags, after.tags) &&
      isSame(before.media, after.media),
  )
}

function keysOf(one: object, other: object): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** In which place among the new ones a card is stays Anki's. */
function isSameCard(one: AnkiCard | undefined, other: AnkiCard | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const [kind, queue, due, ...rest] = one
  const [otherKind, otherQueue, otherDue, ...otherRest] = other
  const [memory, otherMemory] = [rest.pop(), otherRest.pop()] as const
  return (
    isSame([kind, queue, rest], [otherKind, otherQueue, otherRest]) &&
    (kind === 0 || due === otherDue) &&
    recallDiffers(memory, otherMemory) <= RECALL_TOLERANCE
  )
}

function recallDiffers(one: unknown, other: unknown): number {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other ? 0 : 1
  return Math.abs(Number(one[0]) - Number(other[0]))
}
