import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Deps } from '../../../src/app/deps.ts'
import { exportCards } from '../../../src/app/export/export-cards.ts'
import { importFile } from '../../../src/app/import/import-file.ts'
import { contentOf, shelve } from '../../../src/content/content.ts'
import { loadDecks } from '../../../src/content/read-content.ts'
import { dayOfDate } from '../../../src/core/day.ts'
import { cardId } from '../../../src/core/ids.ts'
import { Problem } from '../../../src/core/problem.ts'
import { codePoint } from '../../code-point.ts'
import { runs } from '../../seed.ts'
import { openTestDeps, type TestDeps } from '../open-test-deps.ts'

/** A home without decks, and a folder for files. */
function begin() {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return { folder, deps: openTestDeps({}), put: putIn(folder) }
}

function putIn(folder: string) {
  return (name: string, bytes: string | Uint8Array) => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    return path
  }
}

/** With what its folder of decks holds now. */
function reread(deps: TestDeps): Deps {
  return { ...deps, content: contentOf(loadDecks(deps.folders.decks).decks.map(shelve), [], []) }
}

const take = (deps: TestDeps, path: string, isDryRun = false) => importFile(reread(deps), path, { isDryRun })

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()
}

const OBSIDIAN = '#flashcards/physics\nforce::newton\n<!--SR:!2026-12-16,51,230-->\nA ==part== of it\n'
const TABLE =
  '#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\nabc\tX::Y\t<b>q</b>\ta &lt; b\tone two\n'
const REVIEWS = 'card_id,review_time,review_rating\nphysics/x,1700000000000,3\n17,1700300000000,1\n'

test.each([
  ['notes.md', OBSIDIAN, { notes: 2, facts: 2, decks: ['imported/physics.md'] }],
  ['notes.txt', TABLE, { notes: 1, facts: 0, decks: ['imported/x-y.md'] }],
  ['words.txt', 'mutex\ta lock\nCPU\ta processor\n', { notes: 2, facts: 0, decks: ['imported/words.md'] }],
  ['rows.csv', REVIEWS, { notes: 0, facts: 2, decks: [] }],
  ['own.md', 'Q: What?\nA: That.\n\nC: a [b]\n', { notes: 2, facts: 0, decks: ['own.md'] }],
])(
  '%s: a dry run changes nothing, an import what it says, and a second one nothing',
  async (name, text, says) => {
    const { deps, put } = begin()
    const path = put(name, text)
    const counts = async (isDryRun: boolean) => {
      const { notes, reviews, otherFacts, decks } = await take(deps, path, isDryRun)
      return { notes: notes.added, facts: reviews + otherFacts, decks }
    }
    expect(await counts(true)).toEqual(says)
    expect([filesIn(deps.folders.decks), deps.store.countEvents()]).toEqual([[], 0])
    expect(await counts(false)).toEqual(says)
    const after = [filesIn(deps.folders.decks), [...deps.store.entries()]]
    // Of each note it is recorded what it was.
    expect(after).toEqual([says.decks, expect.objectContaining({ length: says.facts + says.notes })])
    expect(await counts(false)).toEqual({ notes: 0, facts: 0, decks: [] })
    expect([filesIn(deps.folders.decks), [...deps.store.entries()]]).toEqual(after)
  },
)

test.each([
  ['own.md', 'Q: Unit of force?\nA: newton\n\nC: a [b] c\n'],
  ['vault/forces/own.md', 'Q: Unit of force?\nA: newton\n\nC: a [b] c\n'],
  ['notes.md', '#flashcards/physics\nUnit of force?::newton\n\na ==b== c\n'],
  ['vault/notes.md', '#flashcards/physics\nUnit of force?::newton\n\na ==b== c\n'],
  ['rows.csv', 'Unit of force?,newton\nUnit of work?,joule\n'],
])('what changed in %s is taken over, and an edit made here is not overwritten', async (name, text) => {
  const { deps, folder, put } = begin()
  const path = join(folder, name.startsWith('vault/') ? 'vault' : name)
  const again = async (answer: string) => {
    put(name, text.replace('newton', answer))
    return (await take(deps, path)).notes
  }
  const deck = () => join(deps.folders.decks, filesIn(deps.folders.decks)[0] ?? '')
  expect(await again('newton')).toMatchObject({ added: 2, changed: 0 })
  const card = [...reread(deps).content.cards.values()].find((one) => one.kind === 'basic')?.id
  if (card === undefined) throw new Error('There is no such card.')
  const review = { kind: 'review', rating: 'easy', durationMs: 900 } as const
  deps.store.recordCard(card, review, deps.now(), deps.store.card(card))
  const { memory } = deps.store.card(card)

  expect(await again('the newton')).toMatchObject({ added: 0, changed: 1, unchanged: 1, edited: 0 })
  expect(reread(deps).content.cards.get(card)).toMatchObject({ answer: { en: 'the newton' } })
  expect(deps.store.card(card).memory).toEqual(memory)
  expect(await again('the newton')).toMatchObject({ changed: 0, unchanged: 2 })

  const edited = readFileSync(deck(), 'utf8').replace('the newton', 'N, the newton')
  writeFileSync(deck(), edited)
  expect(await again('kg m/s²')).toMatchObject({ changed: 0, unchanged: 1, edited: 1 })
  expect((await take(deps, path)).editedHere).toEqual([expect.stringMatching(/^Unit of force\?/)])
  expect(readFileSync(deck(), 'utf8')).toBe(edited)
  expect(filesIn(deps.folders.decks)).toHaveLength(1)
})

test('a schedule of Obsidian is what is remembered of the card, and its day', async () => {
  const { deps, put } = begin()
  await take(deps, put('notes.md', OBSIDIAN))
  const [first, second] = reread(deps).content.decks[0]?.cards ?? []
  expect(first && deps.store.card(first).memory).toMatchObject({
    kind: 'review',
    stability: 51,
    dueDay: dayOfDate('2026-12-16'),
  })
  expect(second && deps.store.card(second).memory.kind).toBe('new')
})

test('intervals of a lifetime are taken, and endless ones are none', async () => {
  const { deps, put } = begin()
  const schedules = ['!2026-12-01,36525,250', '!2026-12-01,1e999,250', '!fsrs,2026-12-01,9,1e999,5']
  const text = schedules.map((schedule, at) => `${at}::x <!--SR:${schedule}-->\n`).join('')
  await take(deps, put('long.md', `#flashcards\n${text}`))
  const states = [...reread(deps).content.cards.keys()].map((card) => deps.store.card(card).memory)
  expect(states).toMatchObject([
    { dueDay: dayOfDate('2026-12-01'), stability: 36_500 },
    { kind: 'new' },
    { kind: 'new' },
  ])
})

test.each([
  ['x.md', '#flashcards\nA ==part== of it\n', '#flashcards\nA ==part;;hint== of it\n'],
  ['x.csv', '{{c1::A}} of it,\n', '{{c1::A::hint}} of it,\n'],
])('%s: a hint is shown, and the note goes by what it asks without it', async (name, without, hinted) => {
  const { deps, put } = begin()
  await take(deps, put(name, without))
  expect(await take(deps, put(name, hinted))).toMatchObject({ notes: { added: 0, changed: 1 } })
  const other = begin()
  await take(other.deps, other.put(name, hinted))
  const [card] = reread(other.deps).content.cards.values()
  expect(card).toMatchObject({ text: { en: expect.stringContaining('] (hint) of it') } })
})

test('a table may be UTF-16, and its HTML becomes text', async () => {
  const { deps, put } = begin()
  await take(deps, put('notes.csv', Buffer.from(`\ufeff${TABLE}`, 'utf16le')))
  const deck = readFileSync(join(deps.folders.decks, 'imported/x-y.md'), 'utf8')
  expect(deck).toContain('tags: one, two')
  expect(deck).toContain('Q: **q**\nA: a &lt; b')
})

test('a text with lines that would begin a field is taken as it is', async () => {
  const { deps, put } = begin()
  const [front, back] = [
    '对话\nA: 你好吗？\nB: 我很好\n',
    'tags: one\n\n---\n## a/b\n```\nQ: x\n```\nanswer = 3',
  ]
  expect(await take(deps, put('hsk.csv', `"${front}","${back}"\n`))).toMatchObject({
    notes: { added: 1 },
    leftOut: [],
  })
  const [card] = reread(deps).content.cards.values()
  expect(card).toMatchObject({ prompt: { en: front.trim() }, answer: { en: back } })
  expect(await take(deps, put('hsk.csv', `"${front}","${back}"\n`))).toMatchObject({
    notes: { unchanged: 1 },
  })
})

test('of a deck that is here and has changed what is new comes, and what changed', async () => {
  const { deps, put } = begin()
  await take(deps, put('own.md', 'Q: What?\nA: That.\n\nQ: Typo?\nA: Teh.\n'))
  const later = put('b/own.txt', 'Intro.\n\nQ: What?\nA: That.\n\nQ: Typo?\nA: The.\n\nC: a [b] and [c]\n')
  const report = await take(deps, later)
  expect(report).toMatchObject({
    notes: { added: 1, unchanged: 1, changed: 1 },
    cards: 4,
    decks: ['own.md'],
    remarks: [{ zh: expect.stringMatching(/^own\.txt:1: 这段/) }],
  })
  expect(await take(deps, later)).toMatchObject({ notes: { added: 0, unchanged: 3 }, decks: [] })
  expect([...reread(deps).content.cards.values()]).toMatchObject([
    { answer: { en: 'That.' } },
    { answer: { en: 'The.' } },
    { kind: 'cloze' },
    { kind: 'cloze' },
  ])
})

test.each([
  ['own.md', 'Q: one?\nA: 1\n'],
  ['notes.md', 'one?::1\n'],
])('the tags above %s are those of its notes', async (name, notes) => {
  const { deps, put } = begin()
  const [tags, more] = ['tags: [deep, flashcards/ml]', 'tags:\n- deep\n- "#vision"\n- flashcards/ml']
  await take(deps, put(name, `---\n${tags}\n---\n\n${notes}`))
  const tagsHere = () => [...reread(deps).content.cards.values()].map((card) => card.tags)
  expect(tagsHere()).toEqual([['deep']])
  expect((await take(deps, put(name, `---\n${more}\n---\n\n${notes}`))).notes).toMatchObject({ changed: 1 })
  expect(tagsHere()).toEqual([['deep', 'vision']])
})

test.each([
  ['without an end of line', (deck: string) => deck.trimEnd()],
  ['with lines as on Windows', (deck: string) => deck.replaceAll('\n', '\r\n')],
])('a note counts as it came in a file %s', async (_, edit) => {
  const { deps, put } = begin()
  const text = 'Q: one?\nA: 1\n\nQ: two?\nA: 2\n'
  await take(deps, put('own.md', text))
  const path = join(deps.folders.decks, 'own.md')
  writeFileSync(path, edit(readFileSync(path, 'utf8')))
  const report = await take(deps, put('own.md', `${text.replace('2', 'Two')}\nQ: three?\nA: 3\n`))
  expect(report.notes).toMatchObject({ added: 1, changed: 1, unchanged: 1, edited: 0 })
  const after = readFileSync(path, 'utf8')
  expect(after).toMatch(/A: Two\r?\n[\s\S]*A: 3/)
  expect(after.includes('\r\n')).toBe(edit('\n').includes('\r'))
  expect(after.replaceAll('\r\n', '')).not.toContain(after.includes('\r') ? '\n' : '\r')
})

test.each([
  ['as it came', (deck: string) => deck, 1],
  ['without an end of line', (deck: string) => deck.trimEnd(), 1],
  ['of another title', (deck: string) => deck.replace(/^title: .*$/m, 'title: Mine'), 2],
])('what is new of a deck comes to the end of a file %s, else to one beside it', async (_, edit, files) => {
  const { deps, put } = begin()
  for (const [name, text, more] of [
    ['rows.csv', 'one?,1\n', 'two?,2\nthree?,3\n'],
    ['own.md', 'Q: one?\nA: 1\n', '\nQ: two?\nA: 2\n\nC: a [b] and [c]\n'],
  ] as const) {
    const { decks } = await take(deps, put(name, text))
    const path = join(deps.folders.decks, decks[0] ?? '')
    writeFileSync(path, edit(readFileSync(path, 'utf8')))
    const again = put(name, text + more)
    const before = filesIn(deps.folders.decks).length
    expect((await take(deps, again, true)).notes).toMatchObject({ added: 2, unchanged: 1 })
    expect((await take(deps, again)).notes).toMatchObject({ added: 2, unchanged: 1 })
    expect(filesIn(deps.folders.decks)).toHaveLength(before - 1 + files)
    expect((await take(deps, again)).notes).toMatchObject({ added: 0, unchanged: 3 })
  }
  const { decks, cards } = reread(deps).content
  expect([decks.length, cards.size]).toEqual([2 * files, 7])
})

test('of a folder all decks come, in their sub-folders, and what is no deck is counted', async () => {
  const { deps, folder, put } = begin()
  const outside = join(folder, 'outside')
  putIn(outside)('o.md', 'Q: outside?\nA: yes\n')
  for (const [name, text] of [
    ['week1/cards.md', 'Q: Main idea?\nA: One.\n\nQ: Same?\nA: s\n\nQ: Lone?\n'],
    ['week2/cards.md', 'Q: Main idea?\nA: Two.\n\nQ: Same?\nA: s\n\nimage: p.png\nQ: Image?\nA: yes\n'],
    ['week2/p.png', '\x89PNG'],
    ['a b/n.md', 'Q: n?\nA: 1\n'],
    ['a-b/N.md', '---\ntitle: Mine\ngroup: own\n---\nQ: N?\nA: 1\n'],
    ['physics.md', '---\ntags:\n  - flashcards\n---\nforce::newton\n<!--SR:!2026-12-16,51,230-->\n'],
    ['prose.md', '# Notes\n\n## std::vector\n\nA ==word== and a::b\n'],
    ['.trash/old.md', 'Q: deleted?\nA: yes\n'],
    ['.obsidian/x.md', 'Q: plugin?\nA: yes\n'],
  ] as const)
    put(join('V', name), text)
  put('V/gbk.md', Buffer.from([0xc4, 0xe3]))
  put('V/huge.md', Buffer.alloc(4_000_001, 'x'))
  const vault = join(folder, 'V')
  for (const [to, name] of [
    [outside, 'out'],
    [join(outside, 'o.md'), 'o.md'],
    ['.', 'self'],
    ['../week1', 'week2/again'],
    ['.trash', 'bin'],
    ['nowhere.md', 'gone.md'],
  ] as const)
    symlinkSync(to, join(vault, name))

  expect(await take(deps, vault, true)).toMatchObject({ notes: { added: 7 } })
  expect(filesIn(deps.folders.decks)).toEqual([])
  const report = await take(deps, vault)
  expect(report).toMatchObject({
    format: 'md',
    notes: { added: 7 },
    cards: 7,
    otherFacts: 2,
    media: { added: 1 },
  })
  expect(report.leftOut.map(({ count, examples }) => [count, examples])).toEqual([
    [1, ['prose.md']],
    [1, ['week2/cards.md:4']],
  ])
  expect(report.remarks.map(({ en }) => en.slice(vault.length + 1))).toEqual([
    expect.stringContaining('gbk.md: The file is not UTF-8'),
    expect.stringContaining('huge.md: The file has 4000001 bytes'),
    expect.stringContaining('week1/cards.md:7: The note has no answer'),
  ])
  const files = [
    'V/a-b/N-2.md',
    'V/a-b/n.md',
    'V/week1/cards.md',
    'V/week2/cards.md',
    'V/week2/p.png',
    'v-physics.md',
  ]
  expect(filesIn(deps.folders.decks)).toEqual(files.map((path) => join('imported', path)))
  const { decks, cards } = reread(deps).content
  expect(decks.map(({ title, group }) => `${group}: ${title.en}`)).toEqual([
    'own: Mine',
    'V: V / a b / n',
    'V: V / week1 / cards',
    'V: V / week2 / cards',
    'V: V / physics',
  ])
  const ideas = [...cards.values()].filter((card) => card.kind === 'basic' && card.prompt.en === 'Main idea?')
  expect(ideas.map((card) => card.kind === 'basic' && card.answer.en).toSorted()).toEqual(['One.', 'Two.'])

  const again = {
    notes: { added: 0, unchanged: 7, edited: 0 },
    reviews: 0,
    otherFacts: 0,
    known: 2,
    decks: [],
  }
  expect(await take(deps, vault)).toMatchObject(again)
  put('V/week1/cards.md', 'Q: Main idea?\nA: One.\n\nQ: Same?\nA: s\n\nQ: Lone?\nA: No more.\n')
  expect(await take(deps, vault)).toMatchObject({
    notes: { added: 1, unchanged: 7 },
    decks: ['imported/V/week1/cards.md'],
  })
})

test('a folder of notes that are not marked as cards is told what would make cards of them', async () => {
  const { deps, folder, put } = begin()
  put('V/notes.md', '# Notes\n\n## Force\n\nmass times acceleration\n')
  await expect(take(deps, join(folder, 'V'))).rejects.toMatchObject({
    remedy: expect.stringContaining('--as md'),
  })
  const order = { as: 'md', isDryRun: true }
  expect(await importFile(deps, join(folder, 'V'), order)).toMatchObject({ notes: { added: 1 } })
})

test.each([
  ['of semicolons', 'mutex;a lock\n'],
  ['of prose', '# Notes\n\nSome text.\n'],
  ['of nothing', ''],
])('a text %s holds no card, which is told with what to do', async (_, text) => {
  const { deps, put } = begin()
  await expect(take(deps, put('x.txt', text))).rejects.toThrow(Problem)
  await expect(take(deps, put('x.txt', text))).rejects.toMatchObject({
    remedy: expect.stringContaining('--as csv'),
  })
})

test('a table of which no row has two sides is told with what to do', async () => {
  const { deps, put } = begin()
  for (const [name, text] of [
    ['x.csv', ''],
    ['x.tsv', 'a;b\nc;d\n'],
    ['x.csv', 'one\ntwo\n'],
  ] as const)
    await expect(take(deps, put(name, text))).rejects.toMatchObject({
      remedy: expect.stringContaining('#separator'),
    })
})

test.each([
  ['members of C++', 'Q: one\nA: Like this:\nstd::vector<int> a;\nA::f();\nC::g();\n\nQ: two\nA: 2\n'],
  ['headings', '## Basics\n\nQ: one\nA: 1\n\n## More\n\nQ: two\nA: 2\n\n## Links\n\nnone\n'],
  ['highlights', 'C: The ==mean== is [one]\n\nC: A ==sum== is [two]\n\nsee ==both==\n'],
])('cards of our form are no others for %s in them', async (_, text) => {
  const { deps, put } = begin()
  await take(deps, put('own.md', text))
  const { decks } = loadDecks(deps.folders.decks)
  expect(decks.map(({ name, cards }) => `${name} ${cards.length}`)).toEqual(['own 2'])
})

test('cards of our form among more of another are told', async () => {
  const { deps, folder, put } = begin()
  const path = put('V/mix.md', '#flashcards\na::b\nc::d\n\nQ: one?\nA: 1\n')
  const told = [{ en: expect.stringMatching(/(?:Line 5|mix\.md:5): Cards with Q: and A: are left out/) }]
  expect(await take(deps, path, true)).toMatchObject({ notes: { added: 2 }, remarks: told })
  expect(await take(deps, join(folder, 'V'), true)).toMatchObject({ notes: { added: 2 }, remarks: told })
  put('V/mix.md', '## x\ny\n\n## w\nv\n\n## z\n\nQ: one?\nA: 1\n')
  expect(await take(deps, path, true)).toMatchObject({ notes: { added: 3 }, remarks: [] })
})

test('tags with commas are several, and cost no note', async () => {
  const { deps, put } = begin()
  const table = '#separator:comma\n#tags column:3\nmutex,a lock,"数、学 a,b"\n'
  expect(await take(deps, put('t.csv', table))).toMatchObject({ notes: { added: 1 }, leftOut: [] })
  expect([...reread(deps).content.cards.values()]).toMatchObject([{ tags: ['数', '学', 'a', 'b'] }])
  expect(await take(deps, put('t.csv', table))).toMatchObject({ notes: { unchanged: 1 } })
})

test('a question with a list is taken as a question, and code that is never closed is closed', async () => {
  const { deps, put } = begin()
  const rows = [
    '"Steps?\n1. a\n2. b","c, then d"',
    '"Which?\n- [ ] x\n- [x] y\n\n3. z",y',
    '"Code?\n```\n1. x","```py\n## a/b"',
  ]
  const report = await take(deps, put('lists.csv', `${rows.join('\n')}\n`))
  expect(report).toMatchObject({ notes: { added: 3 }, leftOut: [], remarks: [] })
  expect([...reread(deps).content.cards.values()]).toMatchObject([
    { kind: 'basic', prompt: { en: 'Steps?  \n1&#46; a  \n2&#46; b' } },
    { kind: 'basic', prompt: { en: 'Which?  \n&#45; [ ] x  \n&#45; [x] y\n\n3&#46; z' } },
    { kind: 'basic', prompt: { en: 'Code?\n```\n1. x\n```' }, answer: { en: '```py\n## a/b\n```' } },
  ])
  expect(await take(deps, put('lists.csv', `${rows.join('\n')}\n`))).toMatchObject({
    notes: { unchanged: 3 },
  })
})

test('reviews that were answered here and come back are not there twice', async () => {
  const { deps, folder } = begin()
  const card = cardId('own/card')
  if (card === undefined) throw new Error('no card')
  deps.store.recordCard(
    card,
    { kind: 'review', rating: 'good', durationMs: 100 },
    deps.now(),
    deps.store.card(card),
  )
  const path = join(folder, 'my-revlog.csv')
  const order = { decks: [], languages: ['en'], scheduling: true, force: false, onWritten: () => {} } as const
  await exportCards(deps, path, order)
  expect(await take(deps, path)).toMatchObject({ reviews: 0 })
  expect(deps.store.countEvents()).toBe(1)
})

test('a whole dump in an empty home gives the same decks and states', async () => {
  const { deps, folder, put } = begin()
  const decks = putIn(deps.folders.decks)
  decks(
    'sub/own.md',
    '---\ntitle: Mine\n---\n## own/a\nimage: p.png\nQ: What?\nA: That. <!-- kept -->\n\nC: a [b]\n',
  )
  decks('sub/p.png', Buffer.from([0x89, 0, 1, 255]))
  await take(deps, put('notes.md', OBSIDIAN))
  deps.store.configure('new-per-day', '3', deps.now())
  const path = join(folder, 'all.json')
  const order = { decks: [], languages: ['en'], scheduling: true, force: false, onWritten: () => {} } as const
  await exportCards(reread(deps), path, order)
  const empty = openTestDeps({})
  expect(await take(empty, path)).toMatchObject({ leftOut: [] })
  expect([...empty.store.entries()]).toEqual([...deps.store.entries()])
  expect(empty.store.projection()).toEqual(deps.store.projection())
  expect(filesIn(empty.folders.decks)).toEqual(filesIn(deps.folders.decks))
  for (const file of filesIn(deps.folders.decks))
    expect(readFileSync(join(empty.folders.decks, file))).toEqual(
      readFileSync(join(deps.folders.decks, file)),
    )
  expect(await take(empty, path)).toMatchObject({ reviews: 0, otherFacts: 0, decks: [], leftOut: [] })
})

test('a dump writes nothing outside the decks, and nothing over a file that is there', async () => {
  const { deps, folder, put } = begin()
  putIn(deps.folders.decks)('mine.md', 'Q: Mine?\nA: Yes.\n')
  const files = [
    '../out.md',
    '/tmp/out.md',
    'a/../../out.md',
    '.hidden.md',
    'run.sh',
    'con.md',
    'a\\b.md',
    'mine.md',
    'ok.md',
  ]
  const lines = files.map((path) => JSON.stringify({ path, text: 'Q: x\nA: y\n' }))
  const dump = `{"format":"anneal-dump","version":1,"at":"x",\n"files":[\n${lines.join(',\n')}\n],\n"log":[\n{"id":{}},\n7\n]}\n`
  const report = await take(deps, put('all.json', dump))
  expect(report.decks).toEqual(['ok.md'])
  expect(report.leftOut.map(({ count }) => count).toSorted()).toEqual([1, 2, 7])
  expect(filesIn(deps.folders.decks)).toEqual(['mine.md', 'ok.md'])
  expect(readFileSync(join(deps.folders.decks, 'mine.md'), 'utf8')).toContain('Mine?')
  expect(filesIn(folder)).toEqual(['all.json'])
})

test.each([
  ['cut.json', '{"format":"anneal-dump","version":1,\n"log":[\n', 'no whole dump'],
  ['open.csv', 'a,b\n"c,d\n', 'from line 2 on'],
  ['latin.csv', Buffer.from([0x61, 0x2c, 0xe9, 0x0a]), 'is not UTF-8'],
  ['nul.csv', 'a,b\0\n', 'is not UTF-8'],
  ['other.json', '{"cards":[{"hash":"x"}]}', 'no export of hashcards'],
  ['what.xyz', 'x', 'of no format that is known'],
])('%s is told in one line, and nothing is written', async (name, bytes, message) => {
  const { deps, put } = begin()
  await expect(take(deps, put(name, bytes))).rejects.toThrow(message)
  expect([filesIn(deps.folders.decks), deps.store.countEvents()]).toEqual([[], 0])
})

test.each(['../../x', 'CON', 'x'.repeat(500), '...', '\x1b[2J', 'a::::b', '::', '.'])(
  'a deck that is called %j lies in the folder of decks',
  async (name) => {
    const { deps, put } = begin()
    const row = `"${name}",q,a\n`
    const { decks } = await take(deps, put('t.csv', `#separator:comma\n#deck column:1\n${row}`))
    expect(decks).toHaveLength(1)
    expect(filesIn(deps.folders.decks)).toEqual(decks)
    expect(decks[0]).toMatch(/^imported\/[^/.]{1,80}\.md$/)
  },
)

const HASHCARDS = JSON.stringify({
  cards: [
    {
      hash: 'a',
      familyHash: null,
      deckName: 'G',
      location: { lineStart: 1 },
      content: { cloze: { text: 'abc', start: 0, end: 1 } },
    },
  ],
  sessions: [{ reviews: [{ hash: 'a', reviewedAt: '2025-10-05T14:30:15.123', grade: 'good' }] }],
})
const DUMP = `{"format":"anneal-dump","version":1,"at":"x",
"files":[
{"path":"d.md","text":"Q: x\\nA: y\\n"}
],
"log":[
{"id":"01HXXXXXXXXXXXXXXXXXXXXXXX","device":"d","kind":"review","version":1,"at":1700000000000,"offsetMin":0,"subject":"a/b","body":{"rating":"good","durationMs":1}}
]}
`
const SAMPLES = [
  ['f.md', OBSIDIAN],
  ['f.txt', TABLE],
  ['f.csv', REVIEWS],
  ['f.json', DUMP],
  ['f.json', HASHCARDS],
  ['f.md', '## a/b\nQ: x\nA: y\nimage: p.png\n'],
] as const

test('whatever became of a file, it is taken in or told, and nothing lies outside the decks', async () => {
  const { deps, folder, put } = begin()
  const home = filesIn(deps.folders.home)
  const snippet = fc.oneof(
    fc.string({ unit: codePoint, maxLength: 6 }),
    fc.constantFrom(
      '\0',
      '"',
      '\n',
      '\t',
      '../',
      '\x1b[2J',
      '-1',
      '99999999999999999999',
      '{',
      ']',
      '::',
      '==',
      '#',
      'null',
    ),
  )
  const change = fc.record({ at: fc.nat(), length: fc.nat({ max: 20 }), snippet })
  let taken = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SAMPLES),
      fc.array(change, { maxLength: 3 }),
      async ([name, text], changes) => {
        const mutated = changes.reduce((one, { at, length, snippet: piece }) => {
          const from = at % (one.length + 1)
          return one.slice(0, from) + piece + one.slice(from + length)
        }, text as string)
        try {
          await take(deps, put(name, mutated))
          taken++
        } catch (error) {
          expect(error).toBeInstanceOf(Problem)
        }
      },
    ),
    { numRuns: runs(40) },
  )
  expect(taken).toBeGreaterThan(8)
  expect(filesIn(folder).every((path) => SAMPLES.some(([name]) => name === path))).toBe(true)
  const outside = filesIn(deps.folders.home).filter((path) => !path.startsWith('decks/'))
  expect(outside.filter((path) => !/^anneal\.db/.test(path))).toEqual(
    home.filter((path) => !/^anneal\.db/.test(path)),
  )
  expect(deps.store.drifted()).toEqual([])
})
