import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '../../core/locale.ts'
import { exerciseOfPath, isReleasePath } from '../../interop/hub/release-paths.ts'
import { digestOf } from '../../interop/segments/seal.ts'
import type { FolderFault } from '../sync/shared-folder.ts'
import { listOwnFiles, readOwnFile, type Trees } from '../sync/travelling-files.ts'

/** A file that a course is to have. */
export interface SourceFile {
  /** In the course. */
  readonly path: string
  /** Where it lies in the teacher's folder. */
  readonly place: string
  readonly contents: string
  readonly bytes: number
}

export interface SourceFiles {
  readonly files: readonly SourceFile[]
  /** What stays behind. */
  readonly leftOut: readonly FolderFault[]
}

/**
 * What a teacher's folder gives a course: decks with what lies beside them, and exercises with their graders.
 * @param pathOf by which path the course has what lies at a place; undefined where it is none of it
 */
export function listCourseFiles(trees: Trees, pathOf: (place: string) => string | undefined): SourceFiles {
  const { paths, faults } = listOwnFiles(trees)
  const leftOut: FolderFault[] = [...faults]
  const files = new Map<string, SourceFile>()
  for (const place of paths) {
    const path = pathOf(place)
    if (path === undefined || !isReleasePath(path) || !isOfExercise(trees, path)) continue
    const bytes = readOwnFile(trees, place)
    const why = bytes === undefined ? UNREADABLE : files.has(path) ? twice(path) : undefined
    if (bytes === undefined || why !== undefined) leftOut.push({ path: place, why: why ?? UNREADABLE })
    else files.set(path, { path, place, contents: digestOf(bytes), bytes: bytes.length })
  }
  return { files: [...files.values()], leftOut }
}

/** So is a deck; a grader without its exercise judges nothing. */
function isOfExercise({ exercises }: Trees, path: string): boolean {
  const id = exerciseOfPath(path)
  return id === undefined || existsSync(join(exercises, id, 'exercise.yaml'))
}

const UNREADABLE: Text = {
  en: 'cannot be read, or is larger than 50 MB',
  zh: '无法读取，或大于 50 MB',
}

function twice(path: string): Text {
  return { en: `the course has another file as ${path}`, zh: `课程中已有另一个文件作为 ${path}` }
}
