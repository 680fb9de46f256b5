import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { ExerciseId } from '../../core/ids.ts'
import { verbatim } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import { makeFolder } from '../../disk/make-folder.ts'
import { isFolder, statOf } from '../../disk/stat-of.ts'
import { ownLanguages } from '../../grader/languages/all-languages.ts'
import { findEsbuild } from '../../grader/languages/node/source/esbuild-program.ts'
import type { Folders } from '../deps.ts'
import { tryGrader } from './try-grader.ts'

/** Bundled by esbuild; the rest is read as it is. */
const BUNDLED = ['grader.ts', 'reference.ts']
/** Another session may still read an older build, but not one so old. */
const KEPT = 3

/**
 * Bundles a grader of the learner's, as the build does with the program's own, below the cache folder under a
 * name that its files and this program give.
 * @returns what `gradeSubmission` calls `graderRoot`
 * @throws Problem where there is none, esbuild refuses it, or it cannot be loaded
 */
export async function buildOwnGrader(folders: Folders, id: ExerciseId): Promise<string> {
  const source = join(folders.ownGraders, id)
  demandFiles(source)
  const builds = join(folders.cache, 'own-graders', id)
  const root = join(builds, digestOf([source, join(folders.graders, '_harness'), kitOf(folders)]))
  if (existsSync(root)) return root
  makeFolder(builds)
  dropOld(builds)
  const making = mkdtempSync(join(builds, 'making-'))
  try {
    await bundle(source, join(making, id), kitOf(folders))
    await tryGrader(join(making, id, 'grader.js'), join(source, 'grader.ts'))
    for (const name of [...ownLanguages().map(({ shownReference }) => shownReference), 'fixtures'])
      if (existsSync(join(source, name)))
        cpSync(join(source, name), join(making, id, name), { recursive: true })
    cpSync(join(folders.graders, '_harness'), join(making, '_harness'), { recursive: true })
    takeInUse(making, root)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return root
}

function demandFiles(source: string): void {
  const missing = BUNDLED.find((name) => !existsSync(join(source, name)))
  if (missing === undefined) return
  throw new Problem(
    {
      en: `The grader of this exercise has no ${join(source, missing)}.`,
      zh: `这道练习的判题器缺少 ${join(source, missing)}。`,
    },
    {
      remedy: {
        en: 'docs/own-exercises.md says what belongs there; `anneal new exercise` writes it.',
        zh: '所需文件见 docs/own-exercises.md；`anneal new exercise` 会生成。',
      },
    },
  )
}

function kitOf({ builtIn }: Folders): string {
  return join(builtIn, 'kit', 'kit.js')
}

/** Of the names and contents of all that a build is made of. */
function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesOf(path)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function filesOf(path: string): readonly string[] {
  if (!isFolder(path)) return [path]
  // Submissions are judged, not built.
  const names = globSync('**', { cwd: path, exclude: (name) => basename(name) === 'submissions' })
  return names
    .map((name) => join(path, name))
    .filter((file) => statOf(file)?.isFile())
    .sort()
}

async function bundle(source: string, outdir: string, kit: string): Promise<void> {
  const flags = [
    '--bundle',
    '--format=esm',
    '--platform=node',
    '--target=node26',
    '--sourcemap=inline',
    '--sources-content=false',
    '--log-level=error',
    '--color=false',
  ]
  const doors = ['anneal/kit', '#kit'].map((name) => `--alias:${name}=${kit}`)
  const entries = BUNDLED.map((name) => join(source, name))
  try {
    await promisify(execFile)(findEsbuild(), [...entries, ...flags, ...doors, `--outdir=${outdir}`])
  } catch (error) {
    const said = (error as { readonly stderr?: string }).stderr ?? String(error)
    const fault = firstFault(said)
    throw new Problem(verbatim(fault), {
      remedy: fault.includes('Could not resolve')
        ? {
            en: 'Mend it, then try again: what a grader may import is `anneal/kit` and files of its own folder.',
            zh: '请改正后重试：判题器只能导入 `anneal/kit` 和自己文件夹中的文件。',
          }
        : { en: 'Mend it, then try again.', zh: '请改正后重试。' },
      cause: error,
    })
  }
}

/** `grader.ts:3:7: Could not resolve "x".` of what esbuild tells in several lines. */
function firstFault(said: string): string {
  const [, message = said.trim(), place = ''] = /\[ERROR\] (.*)\n\n\s+(\S+:\d+:\d+):/.exec(said) ?? []
  return `${place && `${place}: `}${message.split('\n')[0]}.`
}

/** Another process may have made the same meanwhile. */
function takeInUse(making: string, root: string): void {
  try {
    renameSync(making, root)
  } catch (error) {
    if (!existsSync(root)) throw error
  }
}

function dropOld(builds: string): void {
  const newestFirst = globSync('*', { cwd: builds })
    .map((name) => ({ path: join(builds, name), at: statOf(join(builds, name))?.mtimeMs ?? 0 }))
    .sort((one, other) => other.at - one.at)
  for (const { path } of newestFirst.slice(KEPT)) rmSync(path, { recursive: true, force: true })
}
