import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Problem } from '../../../../core/problem.ts'
import { codeOf, isSystemError } from '../../../../core/system-error.ts'
import { makeFolder } from '../../../../disk/make-folder.ts'
import { clearAfterDeath } from '../../../run/outlive.ts'

/**
 * Fills a folder beside its place and moves it there whole: no other process ever meets half of it. Where
 * another process was quicker, its folder stays. Folders of its kind (the same name up to the last hyphen)
 * that nobody has used for longest are removed.
 * @throws Problem when no folder can be made there
 */
export async function settleFolder(folder: string, fill: (aside: string) => Promise<void>): Promise<void> {
  const aside = folderBeside(folder)
  const clearing = clearAfterDeath({ kind: 'folder', path: aside })
  try {
    await fill(aside)
    renameSync(aside, folder)
  } catch (error) {
    const code = codeOf(error)
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
    clearing[Symbol.dispose]()
  }
  removeUnused(folder)
}

function folderBeside(folder: string): string {
  try {
    makeFolder(dirname(folder))
    return mkdtempSync(`${folder}.`)
  } catch (cause) {
    if (!isSystemError(cause)) throw cause
    throw new Problem(
      {
        en: `Nothing can be kept in ${dirname(folder)} (${cause.code}), where C++ is compiled.`,
        zh: `编译 C++ 要用的文件夹 ${dirname(folder)} 无法写入（${cause.code}）。`,
      },
      {
        remedy: {
          en: 'Set XDG_CACHE_HOME, or ANNEAL_HOME where you use it, to a folder that you may write, with room on its disk.',
          zh: '请把 XDG_CACHE_HOME（或你所用的 ANNEAL_HOME）设为可写且有空间的文件夹。',
        },
        cause,
      },
    )
  }
}

const KEPT = 2
const ABANDONED_MS = 3_600_000

function removeUnused(folder: string): void {
  const parent = dirname(folder)
  const kind = basename(folder).replace(/-[^-]*$/, '-')
  const found = readdirSync(parent)
    .filter((name) => name.startsWith(kind))
    .flatMap((name) => {
      const at = statSync(join(parent, name), { throwIfNoEntry: false })?.mtimeMs
      return at === undefined ? [] : [{ name, at }]
    })
    .sort((one, other) => other.at - one.at)
  // What has a dot is still being filled, unless its process died.
  const [filling, whole] = [
    found.filter(({ name }) => name.includes('.')),
    found.filter(({ name }) => !name.includes('.')),
  ]
  const abandoned = filling.filter(({ at }) => at < Date.now() - ABANDONED_MS)
  for (const { name } of [...whole.slice(KEPT), ...abandoned])
    rmSync(join(parent, name), { recursive: true, force: true })
}
