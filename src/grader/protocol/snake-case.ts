import type { ExerciseId } from '../../core/ids.ts'

/** `median-filter` is `median_filter`. */
export function snakeCase(id: ExerciseId): string {
  return id.replaceAll('-', '_')
}

/** A parameter or a field: `gtBoxes` is `gt_boxes`. The Python harness does the same, and the other way round. */
export function snakeName(name: string): string {
  return name.replace(/(?<=[A-Za-z0-9])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
