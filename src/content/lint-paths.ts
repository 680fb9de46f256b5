import { existsSync, globSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, normalize, relative, resolve } from 'node:path'
import type { Fault } from '../core/fault.ts'
import type { CardId } from '../core/ids.ts'
import { Problem } from '../core/problem.ts'
import { deckPaths } from './deck-paths.ts'
import { type DeckFile, lintDecks } from './lint.ts'
import { lintExerciseLinks } from './lint-links.ts'
import { type ContentFolders, loadContent } from './load-content.ts'
import { parseDeck } from './parse-deck.ts'
import { readText } from './read-content.ts'
import { loadExercises } from './read-exercises.ts'

/**
 * Lints decks, exercises and folders of them; without any, all there is. A deck in a folder `decks` beside `exercises` is the program's own and
 * is held to the strict rules, together with its neighbours, whose faults are not reported.
 * @throws Problem for a path that does not exist
 */
export async function lintPaths(
  paths: readonly string[],
  folders: ContentFolders,
): Promise<readonly Fault[]> {
  const defaults = [
    join(folders.builtIn, 'decks'),
    ...(folders.own && existsSync(folders.own) ? [folders.own] : []),
  ]
  const targets = (paths.length > 0 ? paths : [...defaults, join(folders.builtIn, 'exercises')]).flatMap(
    filesOf,
  )
  const exercises = targets.filter(isExercise)
  const shipped = targets.filter(isShipped)
  const own = targets.filter((path) => !isExercise(path) && !isShipped(path))
  const projects = new Set([
    ...exercises.map(upThree),
    ...shipped.map((path) => normalize(dirname(dirname(path)))),
  ])
  const wanted = new Set([...exercises, ...shipped].map((path) => resolve(path)))
  return [
    ...(own.length > 0 ? await lintOwn(own, folders) : []),
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
  const exercises = globSync(`{,*/}${EXERCISE}`, { cwd: path })
    .sort()
    .map((found) => join(path, found))
  const folders = new Set(exercises.map(dirname))
  // What lies beside an exercise is its statement.
  return [...deckPaths(path).filter((deck) => !folders.has(dirname(deck))), ...exercises]
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
    if ('text' in read) files.push({ path, text: read.text })
    else faults.push(read.fault)
  }
  return { files, faults }
}

function cardIds(files: readonly DeckFile[]): ReadonlySet<CardId> {
  return new Set(files.flatMap(({ text, path }) => parseDeck(text, path).deck.cards.map(({ id }) => id)))
}
