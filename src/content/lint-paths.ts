import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Fault } from '../core/fault.ts'
import type { CardId } from '../core/ids.ts'
import { Problem } from '../core/problem.ts'
import { type DeckFile, lintDecks } from './lint.ts'
import { lintExerciseLinks } from './lint-links.ts'
import { type ContentFolders, loadContent } from './load-content.ts'
import { parseDeck } from './parse-deck.ts'
import { deckPaths, readText } from './read-content.ts'
import { loadExercises } from './read-exercises.ts'

/**
 * Lints deck files and folders; without any, all there is. A deck in a folder `decks` beside `exercises` is the program's own and
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
  const targets = (paths.length > 0 ? paths : defaults).flatMap(filesOf)
  const shipped = targets.filter(isShipped)
  const own = targets.filter((path) => !isShipped(path))
  const projects = new Set(shipped.map((path) => dirname(dirname(path))))
  return [
    ...(own.length > 0 ? await lintOwn(own, folders) : []),
    ...(
      await Promise.all([...projects].map((root) => lintProject(root, new Set(shipped), paths.length === 0)))
    ).flat(),
  ]
}

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) {
    throw new Problem(
      { en: `There is no file ${path}.`, zh: `文件 ${path} 不存在。` },
      {
        remedy: {
          en: 'Name a deck (a Markdown file) or a folder of decks.',
          zh: '请指定卡组（Markdown 文件）或卡组所在的文件夹。',
        },
      },
    )
  }
  return statSync(path).isDirectory() ? deckPaths(path) : [path]
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
async function lintProject(
  root: string,
  targets: ReadonlySet<string>,
  withExercises: boolean,
): Promise<Fault[]> {
  const { files, faults } = readFiles(deckPaths(join(root, 'decks')))
  const loaded = loadExercises(join(root, 'exercises'))
  const exercises = new Set(loaded.exercises.map(({ id }) => id))
  const found = [...faults, ...lintDecks(files, { decks: 'shipped', exercises, hasImage })].filter(
    ({ path }) => targets.has(path),
  )
  if (!withExercises) return found
  const located = loaded.exercises.map((exercise) => ({
    ...exercise,
    path: join(root, 'exercises', exercise.id, 'exercise.yaml'),
  }))
  return [...found, ...loaded.faults, ...lintExerciseLinks(located, cardIds(files))]
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
