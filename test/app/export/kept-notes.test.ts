import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answerOne } from '../../../src/app/change-card.ts'
import { loadContent } from '../../../src/content/load-content.ts'
import { noteDigest } from '../../../src/content/note-digest.ts'
import type { EventBody } from '../../../src/core/event.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { guidOf } from '../../../src/interop/anki/note-guid.ts'
import { noteIdOf } from '../../../src/interop/anki/read/note-id.ts'
import { importedEntry } from '../../../src/interop/imported-entry.ts'
import { NOON, openTestDeps, type TestDeps } from '../open-test-deps.ts'
import { exportedToAnki } from './exported-to-anki.ts'

const [REVERSED, CLOZE] = ['sGr`i:A:|2', 'it\'s"}#1']
const [FRONT, BACK, HIDES] = [noteIdOf(REVERSED, 0), noteIdOf(REVERSED, 1), noteIdOf(CLOZE, 0)]
const DECK = `---
title: Vision / Many
---

## ${FRONT}
tags: a::b
Q: 卷积
A: convolution

## ${BACK}
tags: a::b
Q: convolution
A: 卷积

## ${HIDES}
C: The [1: median] keeps [2: edges].

## mine/own
Q: Mine?
A: Yes.
`

/** A deck that came from Anki, with a note of the learner's own written into it. */
async function imported(): Promise<TestDeps> {
  const deps = openTestDeps({})
  mkdirSync(join(deps.folders.decks, 'media'), { recursive: true })
  writeFileSync(join(deps.folders.decks, 'media', 'a b.png'), 'image')
  const content = await written(deps, DECK)
  const digestOf = (note: CardId) => noteDigest(content.cards.get(note) ?? expect.fail(note))
  record(deps, [
    noteType('1700', 'Basic (and reversed card)', false, ['{{Front}}', '{{Back}}']),
    noteType('1800', 'Cloze', true, ['{{cloze:Text}}']),
    {
      ...{
        kind: 'anki-note',
        note: FRONT,
        guid: REVERSED,
        notetype: '1700',
        deck: 'Vision::Many',
        mod: 1_700_000_000,
      },
      fields: ['<b>卷积</b><img src="a%20b.png">', 'convolution'],
      tags: ['a::b'],
      digests: [digestOf(FRONT), digestOf(BACK)],
    },
    {
      ...{
        kind: 'anki-note',
        note: HIDES,
        guid: CLOZE,
        notetype: '1800',
        deck: 'Vision',
        mod: 1_700_000_001,
      },
      fields: ['The {{c1::median::statistic}} keeps {{c2::edges}}.', 'extra'],
      tags: [],
      digests: [digestOf(HIDES)],
    },
  ])
  return { ...deps, content }
}

async function written({ folders }: TestDeps, deck: string) {
  writeFileSync(join(folders.decks, 'vision-many.md'), deck)
  return loadContent({ builtIn: folders.home, own: folders.decks })
}

function noteType(notetype: string, name: string, cloze: boolean, questions: readonly string[]): EventBody {
  const templates = questions.map((question, at) => ({
    name: `Card ${at + 1}`,
    question,
    answer: '{{FrontSide}}',
  }))
  return {
    kind: 'anki-notetype',
    notetype,
    name,
    cloze,
    fields: ['Front', 'Back'],
    templates,
    css: '.card {}',
  }
}

function record({ store }: TestDeps, bodies: readonly EventBody[]): void {
  const moment = { at: NOON, offsetMin: 0 }
  store.accept(
    bodies.map((body, at) => importedEntry(body, moment, `${at}`)),
    (id) => expect.fail(id),
  )
}

describe('a note that came from Anki', () => {
  test('goes back as it came: guid, note type, deck, tags, fields and images, its cards in their places', async () => {
    const deps = await imported()
    answerOne(deps, BACK, 'easy')
    const { rows, cards, col, files, written } = await exportedToAnki(deps)
    expect(written).toEqual({ notes: 3, cards: 5, reviews: 1 })
    expect(rows('select guid, mid, mod, tags, flds from notes where mid < 2000 order by mid')).toEqual([
      {
        guid: REVERSED,
        mid: 1700,
        mod: 1_700_000_000,
        tags: ' a::b ',
        flds: '<b>卷积</b><img src="a%20b.png">\x1fconvolution',
      },
      {
        guid: CLOZE,
        mid: 1800,
        mod: 1_700_000_001,
        tags: '',
        flds: 'The {{c1::median::statistic}} keeps {{c2::edges}}.\x1fextra',
      },
    ])
    const models = JSON.parse(String(col['models'])) as {
      [id: string]: { name: string; type: number; tmpls: object[] }
    }
    expect(models['1700']).toMatchObject({ name: 'Basic (and reversed card)', type: 0, css: '.card {}' })
    expect(models['1700']?.tmpls).toMatchObject([
      { qfmt: '{{Front}}', ord: 0 },
      { qfmt: '{{Back}}', ord: 1 },
    ])
    expect([...cards.keys()].sort()).toEqual(
      [`${guidOf('mine/own')}#0`, `${CLOZE}#0`, `${CLOZE}#1`, `${REVERSED}#0`, `${REVERSED}#1`].sort(),
    )
    expect(cards.get(`${REVERSED}#0`)).toMatchObject({ type: 0 })
    expect(cards.get(`${REVERSED}#1`)).toMatchObject({ type: 2, reps: 1 })
    const decks = Object.values(
      JSON.parse(String(col['decks'])) as { [id: string]: { id: number; name: string } },
    )
    expect(decks.find(({ id }) => id === cards.get(`${REVERSED}#1`)?.['did'])?.name).toBe('Vision::Many')
    expect(files.has('0')).toBe(true)
  })

  test('goes under its guid in our own form where it was changed here', async () => {
    const deps = await imported()
    const content = await written(deps, DECK.replace('A: convolution', 'A: the convolution'))
    const { fields, cards, rows } = await exportedToAnki({ ...deps, content })
    expect(fields(REVERSED).slice(0, 2)).toEqual(['卷积', 'the convolution'])
    expect(fields(guidOf(BACK)).slice(0, 2)).toEqual(['convolution', '卷积'])
    expect(cards.size).toBe(5)
    expect(fields(CLOZE)[1]).toBe('extra')
    expect(rows('select mid from notes where mid = 1700')).toEqual([])
  })

  test('is told from one that only looks like a part of it', async () => {
    const deps = await imported()
    const stranger = `## ${FRONT}-7\nQ: Whose?\nA: Nobody's.\n`
    const content = await written(deps, `${DECK}\n${stranger}`)
    const { cards } = await exportedToAnki({ ...deps, content })
    expect(cards.has(`${guidOf(`${FRONT}-7`)}#0`)).toBe(true)
    expect(cards.has(`${REVERSED}#1`)).toBe(true)
  })
})
