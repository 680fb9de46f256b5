import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { drawTests } from '../drawn-by-commit.ts'
import { runAnneal } from './run-anneal.ts'

drawTests('app', 'store', 'content')

const DECK = 'Q: What is teh mean?\nA: The average.\n\nQ: Which filter keeps edges?\nA: The median.\n'

let home = ''
let deck = ''

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'anneal-own-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  home = join(root, 'home')
  mkdirSync(join(home, 'decks'), { recursive: true })
  deck = join(home, 'decks', 'own.md')
  writeFileSync(deck, DECK)
})

const run = (...args: readonly string[]) => runAnneal(home, home, 'C', args)
const json = (...args: readonly string[]) => JSON.parse(run(...args, '--json').stdout)

/** What a session of the learner's own decks would ask, by its ids. */
const queue = (name = 'own'): readonly { card: string; kind: string }[] =>
  json('review', '--deck', name).queue

function newCards(name?: string): readonly string[] {
  return queue(name)
    .filter(({ kind }) => kind === 'new')
    .map(({ card }) => card)
}

function answerFirst(): string {
  const [card] = newCards()
  if (card === undefined) throw new Error('No card is new.')
  expect(run('review', 'answer', card, 'easy').status).toBe(0)
  return card
}

describe('a card without a written id that was answered', () => {
  test('gets its id written, and is the same when its text is mended and its file renamed', () => {
    const card = answerFirst()
    expect(readFileSync(deck, 'utf8')).toBe(`## ${card}\n${DECK}`)
    expect(newCards()).toHaveLength(1)

    writeFileSync(deck, readFileSync(deck, 'utf8').replace('teh', 'the'))
    renameSync(deck, join(home, 'decks', 'mine.md'))
    expect(newCards('mine')).toHaveLength(1)
    expect(json('doctor').lost).toEqual([])
  })

  test('that was suspended or flagged, too', () => {
    for (const [what, filter] of [
      [['suspend'], 'is:suspended'],
      [['flag'], 'is:flagged'],
    ] as const) {
      writeFileSync(deck, DECK)
      const [card = ''] = newCards()
      expect(run('review', ...what, card).status).toBe(0)
      expect(readFileSync(deck, 'utf8')).toBe(`## ${card}\n${DECK}`)
      writeFileSync(deck, readFileSync(deck, 'utf8').replace('teh', 'the'))
      expect(json('browse', filter).cards).toMatchObject([{ card }])
      run('review', ...what, card, '--off')
    }
  })

  test('gets its id in the place where the note stands now', () => {
    const [first, second] = newCards()
    for (const card of [first, second]) run('review', 'answer', `${card}`, 'easy')
    const [one, other] = DECK.split('\n\n')
    expect(readFileSync(deck, 'utf8')).toBe(`## ${first}\n${one}\n\n## ${second}\n${other}`)
  })

  test('leaves the rights of its file and the link that leads to it as they were', () => {
    const elsewhere = join(home, 'elsewhere.md')
    renameSync(deck, elsewhere)
    chmodSync(elsewhere, 0o664)
    symlinkSync(elsewhere, deck)
    const card = answerFirst()
    expect(lstatSync(deck).isSymbolicLink()).toBe(true)
    expect(readFileSync(elsewhere, 'utf8')).toContain(`## ${card}\n`)
    expect(statSync(elsewhere).mode & 0o777).toBe(0o664)
  })
})

describe('where no id may be written', () => {
  beforeEach(() => void run('config', 'write-ids', 'no'))

  test('an edited card is asked about, and goes on with its history when told so', () => {
    const card = answerFirst()
    expect(readFileSync(deck, 'utf8')).toBe(DECK)
    expect(json().edited).toBe(0)

    writeFileSync(deck, DECK.replace('teh', 'the'))
    expect(run().stdout).toContain('1 card may have lost the history of an earlier text')
    const [edited] = newCards()
    expect(json('doctor').lost).toEqual([
      {
        card,
        reviews: 1,
        last: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        prompt: 'What is teh mean?',
        likely: { card: edited, path: deck, line: 1 },
      },
    ])
    expect(run('doctor').stdout).toContain(
      `The same card as ${deck}:1? Then \`anneal doctor join ${card} ${edited}\``,
    )

    expect(run('doctor', 'join', card, `${edited}`).stdout).toBe(`${deck}:1 now goes on as ${card}.\n`)
    expect(newCards()).toHaveLength(1)
    expect(json('doctor').lost).toEqual([])
    expect(json().edited).toBe(0)
  })

  test('a card that was taken out is told by doctor alone, and joins whatever card is named', () => {
    const card = answerFirst()
    writeFileSync(deck, '## own/other\nQ: How many taps has a box filter?\nA: k².\n')
    expect(json().edited).toBe(0)
    expect(run('doctor').stdout).toMatch(
      new RegExp(`history +${card}: 1 review, the last on .*, in no deck\n`),
    )
    expect(json('doctor', 'join', card, 'own/other')).toMatchObject({ card, path: deck, line: 1 })
    expect(readFileSync(deck, 'utf8')).toMatch(new RegExp(`^## ${card}\nQ: How many`))
  })

  test('what cannot be joined is one line', () => {
    const card = answerFirst()
    const [other] = newCards()
    const said = (history: string, to: string) => run('doctor', 'join', history, to).stderr
    expect(said('own/none', `${other}`)).toContain('There is no history "own/none".')
    expect(said(card, `${other}`)).toContain(`The history ${card} still has its card.`)
    writeFileSync(deck, DECK.replace('teh', 'the'))
    expect(said(card, 'adam/first-moment')).toContain('Your decks have no card "adam/first-moment".')
  })
})
