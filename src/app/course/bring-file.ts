import { rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { GONE } from '../../core/file-version.ts'
import type { Text } from '../../core/locale.ts'
import { unreachable } from '../../core/unreachable.ts'
import { namesIn } from '../../disk/names-in.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import { courseVersionPath } from '../../interop/segments/shared-path.ts'
import type { Deps } from '../deps.ts'
import { openPlacing } from '../sync/place-version.ts'
import type { FolderFault } from '../sync/shared-folder.ts'
import { placeOf } from '../sync/travelling-files.ts'
import { deckClash } from './course-clashes.ts'
import { presentAt } from './course-places.ts'
import type { Fetched } from './fetch-contents.ts'
import type { PlannedFile } from './plan-pull.ts'

/** What a pull did, or would do, as far as it has come. Paths are those of the learner's own files. */
export interface BroughtFiles {
  readonly taken: string[]
  /** The course has them no more: moved aside. */
  readonly removed: string[]
  /** The learner's edit stays; the release's version lies beside it. */
  readonly edited: { readonly path: string; readonly beside: string }[]
  /** The course has them no more, and the learner has edited them: theirs from now on. */
  readonly left: string[]
  readonly faults: FolderFault[]
}

export interface BringWanted {
  readonly release: number
  /** All of the course's. */
  readonly files: readonly PlannedFile[]
  readonly brought: BroughtFiles
}

export type BringFile = ReturnType<typeof openBringing>

/** Does the step of one file; whether it was done, and may be remembered. */
export function openBringing(deps: Deps, { release, files, brought }: BringWanted) {
  let fetched: Fetched = new Map()
  const placing = openPlacing(deps, { nameOf: digestOf, read: (contents) => fetched.get(contents) })

  function isPlaced(path: string, present: string, wanted: string): boolean {
    const placed = placing({ path, present, wanted })
    if (placed.kind === 'fault') brought.faults.push({ path, why: placed.why })
    return placed.kind === 'placed'
  }

  function isTaken(file: PlannedFile): boolean {
    const bytes = fetched.get(file.wanted)
    const why = bytes === undefined ? NOT_THERE : deckClash(deps, file, bytes, files)
    if (why !== undefined) brought.faults.push({ path: file.place, why })
    return why === undefined && isPlaced(file.place, file.present, file.wanted)
  }

  function isOffered({ place, wanted }: PlannedFile): boolean {
    const beside = courseVersionPath(place, release)
    const isThere = presentAt(deps.folders, beside) !== GONE
    if (!isThere && !fetched.has(wanted)) brought.faults.push({ path: place, why: NOT_THERE })
    return isThere || (fetched.has(wanted) && isPlaced(beside, GONE, wanted))
  }

  return (file: PlannedFile, contents: Fetched): boolean => {
    fetched = contents
    if (!isDone(file)) return false
    tell(file, release, brought)
    dropOffers(deps, file.place, file.step === 'offer' ? release : undefined)
    return true
  }

  function isDone(file: PlannedFile): boolean {
    switch (file.step) {
      case 'none':
      case 'note':
      case 'leave':
        return true
      case 'take':
        return isTaken(file)
      case 'offer':
        return isOffered(file)
      case 'remove':
        return isPlaced(file.place, file.present, GONE)
      default:
        return unreachable(file.step)
    }
  }
}

/** What was done, or would be. */
export function tell({ step, place }: PlannedFile, release: number, brought: BroughtFiles): void {
  if (step === 'take') brought.taken.push(place)
  if (step === 'remove') brought.removed.push(place)
  if (step === 'offer') brought.edited.push({ path: place, beside: courseVersionPath(place, release) })
  if (step === 'leave') brought.left.push(place)
}

/** Takes versions away that lie beside a file and are out of date, where the learner has made nothing of them. */
function dropOffers({ folders, store }: Deps, place: string, but: number | undefined): void {
  const contents = store.courses.contentsAt(place)
  const folder = dirname(placeOf(folders, place))
  for (const name of namesIn(folder)) {
    const [, digits] =
      (name.startsWith(basename(place)) && OFFER.exec(name.slice(basename(place).length))) || []
    if (digits === undefined || Number(digits) === but) continue
    if (contents.has(presentAt(folders, `${place}.course-${digits}`))) rmSync(join(folder, name))
  }
}

const OFFER = /^\.course-(\d{1,9})$/

const NOT_THERE: Text = {
  en: 'the hub does not have what it should hold; it is taken once it has',
  zh: 'hub 上没有其应有的内容，等有了再接收',
}
