import { existsSync, globSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, normalize, relative, resolve } from 'node:path'
import type { Fault } from '../core/fault.ts'
import type { CardId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { liesBelow } from '../disk/lies-below.ts'
import { deckPaths, isDeckName, otherTexts } from './deck-paths.ts'
import { type DeckFile, lintDecks } from './lint.ts'
import { lintExerciseLinks } from './lint-links.ts'
import { type ContentFolders, loadContent } from './load-content.ts'
import { parseDeck } from './parse-deck.ts'
import { readText } from './read-content.ts'
import { loadExercises } from './read-exercises.ts'

/**
 * Lints decks, exercises and folders of them; without any, all there is. A deck in a folder `decks` beside
 * `exercises` is the program's own and is held to the strict rules, together with its neighbours, whose
 * faults are not reported.
 * @throws Problem for a path that does not exist
 */
export async function lintPaths(
  paths: readonly string[],
  folders: ContentFolders,
): Promise<readonly Fault[]> {
  const defaults = [
    join(folders.builtIn, 'decks'),
    ...[folders.own, folders.ownExercises].flatMap((own) => (own && existsSync(own) ? [own] : [])),
  ]
  const targets = (paths.length > 0 ? paths : [...defaults, join(folders.builtIn, 'exercises')]).flatMap(
    filesOf,
  )
  const isOwn = (path: string) => [folders.own, folders.ownExercises].some((folder) => isBelow(path, folder))
  const exercises = targets.filter((path) => isExercise(path) && !isOwn(path))
  const shipped = targets.filter((path) => isShipped(path) && !isOwn(path))
  const own = targets.filter((path) => !isExercise(path) && !shipped.includes(path))
  const ownExercises = targets.filter((path) => isExercise(path) && isOwn(path))
  const projects = new Set([
    ...exercises.map(upThree),
    ...shipped.map((path) => normalize(dirname(dirname(path)))),
  ])
  const wanted = new Set([...exercises, ...shipped].map((path) => resolve(path)))
  return [
    ...paths
      .filter((path) => filesOf(path).length === 0)
      .map((path) => ({ path, line: 0, message: NO_DECKS })),
    ...(own.length > 0 ? await lintOwn(own, folders) : []),
    ...(ownExercises.length > 0 ? await lintOwnExercises(ownExercises, folders) : []),
    ...[...projects].flatMap((root) => lintProject(root, wanted)),
  ]
}

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) {
    throw new Problem(
      { en: `There is no file ${path}.`, zh: `文件 ${path} 不存在。` },
      {
        remedy: {
          en: 'Name a deck (a Markdown file), an exercise.yaml, or a folder of them.',
          zh: '请指定卡组（Markdown 文件）、exercise.yaml 或它们所在的文件夹。',
        },
      },
    )
  }
  if (!statSync(path).isDirectory()) return [path]
  // What has a statement is meant for one, and is told what it lacks.
  const parts = globSync(`{,*/}{${EXERCISE},statement.{en,zh}.md}`, { cwd: path })
  const exercises = [...new Set(parts.map((found) => join(path, dirname(found), EXERCISE)))].sort()
  const folders = new Set(exercises.map(dirname))
  // What lies beside an exercise is its statement.
  const decks = [...deckPaths(path), ...otherTexts(path).filter(holdsCard)]
  return [...decks.filter((deck) => !folders.has(dirname(deck))), ...exercises]
}

/** Of a file that is not read as a deck. */
function holdsCard(path: string): boolean {
  const read = readText(path)
  return 'text' in read && /^(?:[QC](?:\.zh)? ?[:：]|## \S+\/\S+$)/m.test(read.text)
}

const EXERCISE = 'exercise.yaml'

function isExercise(path: string): boolean {
  return basename(path) === EXERCISE
}

/** Of `exercises/ID/exercise.yaml`, also where that is written from within. */
function upThree(path: string): string {
  const root = dirname(dirname(dirname(resolve(path))))
  return isAbsolute(path) ? root : relative('.', root) || '.'
}

function isBelow(path: string, folder: string | undefined): boolean {
  return folder !== undefined && liesBelow(path, folder)
}

function isShipped(path: string): boolean {
  const folder = dirname(path)
  return basename(folder) === 'decks' && existsSync(join(folder, '..', 'exercises'))
}

async function lintOwn(paths: readonly string[], folders: ContentFolders): Promise<readonly Fault[]> {
  const { cards, exercises } = await loadContent(folders)
  const { files, faults } = readFiles(paths)
  const rules = {
    decks: 'own',
    hasImage,
    otherCards: new Set(cards.keys()),
    exercises: new Set(exercises.keys()),
  } as const
  return [...faults, ...lintDecks(files, rules)]
}

/** They may ask for any card that there is. */
async function lintOwnExercises(
  paths: readonly string[],
  folders: ContentFolders,
): Promise<readonly Fault[]> {
  const { cards, exercises, faults } = await loadContent(folders)
  const wanted = new Set(paths.map((path) => resolve(path)))
  const own = [...exercises.values()]
    .filter(({ isOwn }) => isOwn)
    .map((exercise) => ({ ...exercise, path: join(folders.ownExercises ?? '', exercise.id, EXERCISE) }))
  return [...faults, ...lintExerciseLinks(own, new Set(cards.keys()))].filter(({ path }) =>
    wanted.has(resolve(path)),
  )
}

/** @param root the folder that holds `decks/` and `exercises/` */
function lintProject(root: string, targets: ReadonlySet<string>): readonly Fault[] {
  const { files, faults } = readFiles(deckPaths(join(root, 'decks')))
  const loaded = loadExercises(join(root, 'exercises'))
  const exercises = new Set(loaded.exercises.map(({ id }) => id))
  const located = loaded.exercises.map((exercise) => ({
    ...exercise,
    path: join(root, 'exercises', exercise.id, EXERCISE),
  }))
  return [
    ...faults,
    ...lintDecks(files, { decks: 'shipped', exercises, hasImage }),
    ...loaded.faults,
    ...lintExerciseLinks(located, cardIds(files)),
  ].filter(({ path }) => targets.has(resolve(path)))
}

function hasImage(deck: string, image: string): boolean {
  return existsSync(join(dirname(deck), image))
}

function readFiles(paths: readonly string[]): {
  readonly files: readonly DeckFile[]
  readonly faults: readonly Fault[]
} {
  const files: DeckFile[] = []
  const faults: Fault[] = []
  for (const path of paths) {
    const read = readText(path)
    if (!isDeckName(path)) faults.push({ path, line: 0, message: NO_DECK_NAME })
    if ('text' in read) files.push({ path, text: read.text })
    else faults.push(read.fault)
  }
  return { files, faults }
}

const NO_DECKS: Text = {
  en: 'The folder holds no deck (a file that ends in .md or .markdown) and no exercise.yaml; name another.',
  zh: '文件夹里没有卡组（以 .md 或 .markdown 结尾的文件），也没有 exercise.yaml；请指定别的文件夹。',
}

const NO_DECK_NAME: Text = {
  en: 'Only files that end in .md or .markdown are read as decks; rename it.',
  zh: '只有以 .md 或 .markdown 结尾的文件才会作为卡组读入；请改名。',
}

function cardIds(files: readonly DeckFile[]): ReadonlySet<CardId> {
  return new Set(files.flatMap(({ text, path }) => parseDeck(text, path).deck.cards.map(({ id }) => id)))
}
