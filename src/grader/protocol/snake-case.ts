import type { ExerciseId } from '../../core/ids.ts'

/** `median-filter` is `median_filter`. */
export function snakeCase(id: ExerciseId): string {
  return id.replaceAll('-', '_')
}
