import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import {
  answerOne,
  buryOne,
  flagCard,
  forgetCard,
  setDue,
  setSuspended,
} from '../../../src/app/change-card.ts'
import { loadContent } from '../../../src/content/load-content.ts'
import { flagKey } from '../../../src/core/card-flag.ts'
import { studyDayOf } from '../../../src/core/day.ts'
import type { CardId } from '../../../src/core/ids.ts'
import { daysLater, NOON, openTestDeps } from '../open-test-deps.ts'
import { exportedToAnki } from './exported-to-anki.ts'

const DECK = `---
title: Adam
title.zh: Adam 优化器
group: optimisers
---

## adam/a
tags: moments, two words
source: Kingma & Ba
errata: Not $q$.

Q: Is $x < y$?
A: Yes, **always**.
Q.zh: $x < y$ 吗？
A.zh: 是。

## adam/c
C: Each [1: query] meets [2: \`std::vector\`] of $a_{b_{c}}$.

## adam/choice
Q: Which?
- [x] right
- [ ] wrong
A: Because.

## adam/order
Q: In which order?
1. first
2. second
A: So.

## adam/number
Q: Twice @{n}?
let n = pick(2, 3)
answer = 2 * n
A: It is @{answer}.
`

describe('the notes of a package', () => {
  test('hold prompt, answer, errata and source as HTML', async () => {
    const { fields, rows, written } = await exportedToAnki(openTestDeps({ adam: DECK }))
    expect(written).toEqual({ notes: 5, cards: 6, reviews: 0 })
    expect(fields('anneal:adam/a')).toEqual([
      'Is \\(x &lt; y\\)?',
      'Yes, <strong>always</strong>.',
      'Not \\(q\\).',
      'Kingma &amp; Ba',
      '',
    ])
    expect(rows(`select tags from notes where guid = 'anneal:adam/a'`)).toEqual([
      { tags: ' moments two_words ' },
    ])
  })

  test('have as many fields as their type, whatever a text holds', async () => {
    const deps = openTestDeps({ adam: DECK })
    deps.store.configure(flagKey('adam/order' as CardId), 'x\x1fy\x1b[31m', deps.now())
    const { fields } = await exportedToAnki(deps)
    expect(fields('anneal:adam/order')).toHaveLength(5)
    expect(fields('anneal:adam/order')[4]).toBe('xy[31m')
  })

  test('hide what a cloze hides', async () => {
    const { fields, cards } = await exportedToAnki(openTestDeps({ adam: DECK }))
    expect(fields('anneal:adam/c')[0]).toBe(
      'Each {{c1::query}} meets {{c2::<code>std:&#58;vector</code>}} of \\(a_{b_{c} }\\).',
    )
    expect([...cards.keys()].filter((key) => key.startsWith('anneal:adam/c#'))).toEqual([
      'anneal:adam/c#0',
      'anneal:adam/c#1',
    ])
  })

  test('ask choices, orders and one draw of numbers', async () => {
    const { fields } = await exportedToAnki(openTestDeps({ adam: DECK }))
    const [choice, answer] = fields('anneal:adam/choice')
    expect(choice).toMatch(/^Which\?\n<ol type="a">\n(?:<li>(?:right|wrong)<\/li>\n){2}<\/ol>$/)
    expect(answer).toMatch(/^<div>[ab]\) right<\/div>\n<div>Because\.<\/div>$/)
    expect(fields('anneal:adam/order').slice(0, 2)).toEqual([
      'In which order?\n<ol>\n<li>second</li>\n<li>first</li>\n</ol>',
      '<div><ol>\n<li>first</li>\n<li>second</li>\n</ol></div>\n<div>So.</div>',
    ])
    const [number, doubled] = fields('anneal:adam/number')
    const [, drawn] =
      /^Twice (\d)\?\n<p class="remark">Anneal asks this with other numbers each time\.<\/p>$/.exec(
        number ?? '',
      ) ?? []
    expect(doubled).toBe(`<div>${2 * Number(drawn)}</div>\n<div>It is ${2 * Number(drawn)}.</div>`)
  })

  test('stand in both languages where that is wanted, a text that is the same in both once', async () => {
    const { fields } = await exportedToAnki(openTestDeps({ adam: DECK }), { languages: ['en', 'zh'] })
    expect(fields('anneal:adam/a')[0]).toBe(
      '<div lang="en">Is \\(x &lt; y\\)?</div>\n<div lang="zh">\\(x &lt; y\\) 吗？</div>',
    )
    expect(fields('anneal:adam/choice')[0]).toMatch(/^Which/)
  })

  test('lie in decks below their groups', async () => {
    const { col } = await exportedToAnki(openTestDeps({ adam: DECK }), { languages: ['zh'] })
    const names = Object.values(JSON.parse(String(col['decks'])) as { [id: string]: { name: string } })
    expect(names.map(({ name }) => name).sort()).toEqual([
      'Anneal',
      'Anneal::优化器',
      'Anneal::优化器::Adam 优化器',
      'Default',
    ])
  })

  test('carry the images that lie beside their deck, and nothing else', async () => {
    const deps = openTestDeps({})
    const { decks } = deps.folders
    mkdirSync(join(decks, 'img'), { recursive: true })
    writeFileSync(join(decks, 'img', 'a b.png'), 'image')
    writeFileSync(join(deps.folders.home, 'secret.png'), 'secret')
    writeFileSync(
      join(decks, 'own.md'),
      '## own/a\nimage: img/a b.png\n\nQ: What?\nA: This ![x](../secret.png), ![y](nowhere.png) and [z](javascript:alert(1)).\n',
    )
    const content = await loadContent({ builtIn: deps.folders.home, own: decks })
    const { files, fields } = await exportedToAnki({ ...deps, content }, { decks: content.decks })
    expect(fields('anneal:own/a').slice(0, 2)).toEqual([
      'What?<div><img src="a b.png"></div>',
      'This x, y and z.',
    ])
    expect(files.get('meta')).toEqual(Buffer.from([8, 3]))
    expect(zstdDecompressSync(files.get('0') ?? Buffer.alloc(0)).toString()).toBe('image')
    expect(files.has('1')).toBe(false)
    expect(mediaNames(files.get('media'))).toEqual(['a b.png'])
  })
})

function mediaNames(packed: Buffer | undefined): readonly string[] {
  const names: string[] = []
  new PbfReader(zstdDecompressSync(packed ?? Buffer.alloc(0))).readFields((tag, all, pbf) => {
    if (tag !== 1) return
    pbf.readMessage((field, _, inner) => {
      if (field === 1) all.push(inner.readString())
    }, undefined)
  }, names)
  return names
}

describe('the schedule of a package', () => {
  const [seen, hidden] = ['anneal:adam/a#0', 'anneal:adam/c#1']

  test('is that of the learner, day for day', async () => {
    const deps = openTestDeps({ adam: DECK })
    answerOne(deps, 'adam/a', 'easy')
    daysLater(deps, 10)
    answerOne(deps, 'adam/a', 'good')
    const { memory } = deps.store.card('adam/a' as CardId)
    if (memory.kind !== 'review') throw new Error('not in review')
    const { cards, col, rows } = await exportedToAnki(deps)
    const firstDay = studyDayOf({ at: NOON, offsetMin: 0 })
    expect(col['crt']).toBe((firstDay * 24 + 4) * 3600)
    expect(cards.get(seen)).toMatchObject({
      type: 2,
      queue: 2,
      due: memory.dueDay - firstDay,
      ivl: memory.intervalDays,
      reps: 2,
      lapses: 0,
      left: 0,
    })
    const data = JSON.parse(String(cards.get(seen)?.['data'])) as { [key: string]: number }
    expect(data['s']).toBeCloseTo(memory.stability, 4)
    expect(data['d']).toBeCloseTo(memory.difficulty, 3)
    expect(data).toMatchObject({ dr: 0.9, decay: 0.1542, lrt: deps.clock.at / 1000 })
    expect(rows('select id, ease, ivl, lastIvl, type, usn from revlog order by id')).toEqual([
      expect.objectContaining({ id: NOON, ease: 4, lastIvl: 0, type: 0, usn: -1 }),
      expect.objectContaining({ id: deps.clock.at, ease: 3, ivl: memory.intervalDays, type: 1 }),
    ])
  })

  test('has steps, suspended and buried cards, flags with their notes, and new ones in their order', async () => {
    const deps = openTestDeps({ adam: DECK })
    answerOne(deps, 'adam/a', 'again')
    setSuspended(deps, 'adam/c#2', true)
    buryOne(deps, 'adam/choice')
    flagCard(deps, 'adam/order', 'is <wrong>')
    const { cards, fields } = await exportedToAnki(deps)
    expect(cards.get(seen)).toMatchObject({ type: 1, queue: 1, due: NOON / 1000 + 60, left: 2 })
    expect(cards.get(hidden)).toMatchObject({ type: 0, queue: -1, due: 2, reps: 0, data: '{}' })
    expect(cards.get('anneal:adam/choice#0')).toMatchObject({ type: 0, queue: -3 })
    expect(cards.get('anneal:adam/order#0')).toMatchObject({ flags: 1, queue: 0, due: 4 })
    expect(fields('anneal:adam/order')[4]).toBe('is &lt;wrong&gt;')
    daysLater(deps, 1)
    expect((await exportedToAnki(deps)).cards.get('anneal:adam/choice#0')).toMatchObject({ queue: 0 })
  })

  test('leaves out what was undone, tells what was forgotten or put off, and gives each review a time of its own', async () => {
    const deps = openTestDeps({ adam: DECK })
    answerOne(deps, 'adam/a', 'easy')
    answerOne(deps, 'adam/order', 'easy')
    answerOne(deps, 'adam/choice', 'good')
    deps.store.undo(deps.store.latestOwnChange()?.id ?? '', deps.now())
    daysLater(deps, 30)
    setDue(deps, 'adam/order', '+7')
    forgetCard(deps, 'adam/a')
    const { rows, cards } = await exportedToAnki(deps)
    const log = rows(
      'select n.guid, r.id, r.ease, r.ivl, r.factor, r.type from revlog r join cards c on c.id = r.cid join notes n on n.id = c.nid order by r.id',
    )
    expect(log.map(({ guid, ease, type }) => [guid, ease, type])).toEqual([
      ['anneal:adam/a', 4, 0],
      ['anneal:adam/order', 4, 0],
      ['anneal:adam/order', 0, 4],
      ['anneal:adam/a', 0, 4],
    ])
    expect(log.map(({ id }) => id)).toEqual([NOON, NOON + 1, deps.clock.at, deps.clock.at + 1])
    // By a factor of nought Anki knows that what lies before counts no more.
    expect(log.map(({ factor }) => Number(factor) > 0)).toEqual([true, true, true, false])
    expect(cards.get(seen)).toMatchObject({ type: 0, queue: 0, reps: 0 })
  })

  test('stays here where only notes are wanted', async () => {
    const deps = openTestDeps({ adam: DECK })
    answerOne(deps, 'adam/a', 'easy')
    setSuspended(deps, 'adam/c#2', true)
    const { cards, rows } = await exportedToAnki(deps, { scheduling: false })
    expect(rows('select * from revlog')).toEqual([])
    expect([...cards.values()].map(({ type, queue, due }) => [type, queue, due])).toEqual(
      [1, 2, 2, 3, 4, 5].map((place) => [0, 0, place]),
    )
  })
})
