import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from '../../../../core/system-error.ts'
import { makeFolder } from '../../../../disk/make-folder.ts'
import { clearAfterDeath } from '../../../run/outlive.ts'

/**
 * Fills a folder beside its place and moves it there whole: no other process ever meets half of it. Where
 * another process was quicker, its folder stays. Older folders of its kind (the same name up to the last
 * hyphen) are removed but for the latest.
 */
export async function settleFolder(folder: string, fill: (aside: string) => Promise<void>): Promise<void> {
  makeFolder(dirname(folder))
  const aside = mkdtempSync(`${folder}.`)
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
  removeOlder(folder)
}

const KEPT = 2
const ABANDONED_MS = 3_600_000

function removeOlder(folder: string): void {
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
