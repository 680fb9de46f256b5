import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportCards } from '../../../src/app/export/export-cards.ts'
import { importFile } from '../../../src/app/import/import-file.ts'
import { findMissingImages } from '../../../src/app/missing-images.ts'
import { contentOf, shelve } from '../../../src/content/content.ts'
import { loadDecks } from '../../../src/content/read-content.ts'
import { openTestDeps, type TestDeps } from '../open-test-deps.ts'

/** A vault with these files, and what becomes of it. */
function vaultOf(files: { readonly [path: string]: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'anneal-vault-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'vault', path)), { recursive: true })
    writeFileSync(join(folder, 'vault', path), text)
  }
  const deps = openTestDeps({})
  const decks = join(deps.folders.decks, 'imported')
  return {
    folder,
    deps,
    take: (path = 'vault') => importFile(reread(deps), join(folder, path), { isDryRun: false }),
    deck: () => readFileSync(join(decks, 'cv.md'), 'utf8'),
    medium: (name: string) => {
      const path = join(decks, 'media', name)
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined
    },
  }
}

function reread(deps: TestDeps) {
  return { ...deps, content: contentOf(loadDecks(deps.folders.decks).decks.map(shelve), [], []) }
}

const NOTE = (text: string) => `#flashcards/cv\n\n${text}\n`

test('images of a vault come along, however it names them', async () => {
  const vault = vaultOf({
    'attach/deep/fig 1.png': 'figure',
    'week1/img/disc.png': 'disc',
    'week1/图.jpg': 'photo',
    'week1/notes.md': NOTE(
      'What is ![[fig 1.png|300]] this?::A gradient ![the disc](img/disc.png "round"), ![](<图.jpg>), ![[attach/deep/fig 1.png]]',
    ),
  })
  expect(await vault.take()).toMatchObject({ notes: { added: 1 }, media: { added: 3, known: 0 } })
  expect(vault.deck()).toContain('image: media/fig 1.png\n\nQ: What is  this?\n')
  expect(vault.deck()).toContain(
    'A: A gradient ![the disc](media/disc.png), ![](media/图.jpg), ![attach/deep/fig 1.png](media/fig%201.png)',
  )
  expect(['fig 1.png', 'disc.png', '图.jpg'].map(vault.medium)).toEqual(['figure', 'disc', 'photo'])
  expect(await vault.take()).toMatchObject({
    notes: { added: 0, changed: 0, unchanged: 1 },
    media: { added: 0, known: 3 },
  })
})

test('two images of one name stay two', async () => {
  const vault = vaultOf({
    'a/fig.png': 'one',
    'b/fig.png': 'two',
    'a/notes.md': NOTE('First?::![](fig.png)'),
    'b/notes.md': NOTE('Second?::![](fig.png)'),
  })
  await vault.take()
  expect(['fig.png', '2-fig.png'].map(vault.medium)).toEqual(['one', 'two'])
  expect(vault.deck()).toMatch(
    /First\?\nA: !\[\]\(media\/fig\.png\)[\s\S]*Second\?\nA: !\[\]\(media\/2-fig\.png\)/,
  )
})

test('nothing outside of the vault comes along, nor what is no image', async () => {
  const named = [
    '../secret.png',
    '/etc/passwd',
    'link.png',
    'notes.md',
    'https://example.com/a.png',
    'gone.png',
  ]
  const text = named.map((path) => `![x](${path})`).join(' ')
  const vault = vaultOf({ 'notes.md': NOTE(`What?::${text} ![[secret.png]]`) })
  writeFileSync(join(vault.folder, 'secret.png'), 'secret')
  symlinkSync(join(vault.folder, 'secret.png'), join(vault.folder, 'vault', 'link.png'))
  expect(await vault.take()).toMatchObject({ media: { added: 0, known: 0 } })
  expect(vault.deck()).toContain(`A: ${text} ![[secret.png]]`)
})

test('of a single file the images beside it come, and none that lie elsewhere by their name', async () => {
  const vault = vaultOf({
    'img/a.png': 'beside',
    'elsewhere/b.png': 'elsewhere',
    'cv.md': NOTE('What?::![](img/a.png) ![[b.png]]'),
  })
  expect(await vault.take('vault/cv.md')).toMatchObject({ media: { added: 1 } })
  expect(vault.deck()).toContain('A: ![](media/a.png) ![[b.png]]')
})

test('images in texts of our own decks move, are exported and missed like that of the field', async () => {
  const vault = vaultOf({
    'img/a b.png': 'a',
    'own.md': 'Q: What is ![it](img/a%20b.png)?\nA: That ![gone](img/gone.png).\n',
  })
  await vault.take()
  const deps = reread(vault.deps)
  const beside = join(deps.folders.decks, 'imported', 'vault')
  expect(readFileSync(join(beside, 'img', 'a b.png'), 'utf8')).toBe('a')
  expect(findMissingImages(deps).map(({ path }) => path)).toEqual([join(beside, 'img', 'gone.png')])
  const path = join(vault.folder, 'out/')
  await exportCards(deps, path, {
    decks: [],
    force: false,
    languages: ['en'],
    scheduling: false,
    onWritten: () => undefined,
  })
  expect(existsSync(join(path, 'img', 'a b.png'))).toBe(true)
})
