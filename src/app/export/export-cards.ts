import { gathering, type Put } from '../../core/gather-pieces.ts'
import { chooseOf, Problem } from '../../core/problem.ts'
import { isFolder, statOf } from '../../disk/stat-of.ts'
import { writeNewFile } from '../../disk/write-new-file.ts'
import type { Deps } from '../deps.ts'
import { decksCalled } from '../named-decks.ts'
import { exportFolder } from './export-folder.ts'
import type { Exported, ExportFormat, ExportWanted } from './export-format.ts'
import { EXPORT_FORMATS, formatCalled, formatOfFile } from './export-formats.ts'
import { irregularProblem, takenProblem, writingProblem } from './export-problems.ts'

/** What the learner asked for. */
export interface ExportOrder extends Pick<ExportWanted, 'languages' | 'scheduling' | 'onWritten'> {
  /** Names of decks or groups; none: all. */
  readonly decks: readonly string[]
  /** The name of a format, where the file's ending does not say it. */
  readonly as?: string | undefined
  readonly force: boolean
}

/**
 * Writes decks to a file, or to a folder of Markdown, in the format that its ending says. All of it is there
 * in the end or nothing.
 * @throws Problem
 */
export async function exportCards(deps: Deps, path: string, order: ExportOrder): Promise<Exported> {
  const wanted = wantedBy(deps, order)
  if (order.as === undefined && namesFolder(path)) return exportFolder(deps, path, wanted, order.force)
  const format = chooseFormat(path, order.as)
  refuseUnlessFree(path, order.force)
  try {
    return await writeNewFile(path, (write) => gathering(write, (put) => format.write(deps, wanted, put)), {
      replaces: order.force,
    })
  } catch (error) {
    throw writingProblem(path, error)
  }
}

/** The same, to whoever takes the pieces. */
export async function exportPieces(deps: Deps, order: ExportOrder, put: Put): Promise<Exported> {
  return chooseFormat('-', order.as).write(deps, wantedBy(deps, order), put)
}

function wantedBy(deps: Deps, { decks, as, force, ...wanted }: ExportOrder): ExportWanted {
  return { ...wanted, decks: decksCalled(deps, decks), isWhole: decks.length === 0 }
}

/** A folder that is there, or a path that is meant to be one. */
function namesFolder(path: string): boolean {
  return /[\\/]$/.test(path) || isFolder(path)
}

function chooseFormat(path: string, as: string | undefined): ExportFormat {
  if (as !== undefined) {
    const called = formatCalled(as)
    if (called !== undefined) return called
    throw new Problem(
      { en: `There is no format "${as}".`, zh: `没有名为“${as}”的格式。` },
      { remedy: chooseOf(EXPORT_FORMATS.map(({ name }) => name)) },
    )
  }
  const format = formatOfFile(path)
  if (format !== undefined) return format
  const endings = EXPORT_FORMATS.flatMap((one) => one.endings)
  throw new Problem(
    path === '-'
      ? { en: 'Nothing says the format of what goes to stdout.', zh: '未说明写到标准输出的格式。' }
      : { en: `The ending of ${path} is that of no format.`, zh: `${path} 的扩展名不属于任何格式。` },
    {
      remedy: {
        en: `End the file in ${endings.join(', ')} (or name a folder for Markdown), or say --as FORMAT.`,
        zh: `请用扩展名 ${endings.join('、')}（或给出文件夹以写成 Markdown），或用 --as 指明格式。`,
      },
    },
  )
}

/** Looked at before anything is made, which may take long. */
function refuseUnlessFree(path: string, force: boolean): void {
  const there = statOf(path)
  if (there === undefined || (there.isFile() && force)) return
  throw there.isFile() ? takenProblem(path) : irregularProblem(path)
}
