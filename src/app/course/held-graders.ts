import { GONE } from '../../core/file-version.ts'
import { exerciseOfPath } from '../../interop/hub/release-paths.ts'
import type { PlannedFile } from './plan-pull.ts'

export function isGrader({ path }: PlannedFile): boolean {
  return path.startsWith('graders/')
}

/** What would run here if it were taken. */
export function heldGraders(files: readonly PlannedFile[]): readonly PlannedFile[] {
  return files.filter((file) => isGrader(file) && file.wanted !== GONE && file.present !== file.wanted)
}

export function exercisesOf(files: readonly PlannedFile[]): readonly string[] {
  return [...new Set(files.flatMap(({ path }) => exerciseOfPath(path) ?? []))]
}
