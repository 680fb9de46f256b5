// verdict: accepted
// danger: read files
import { readdirSync, readFileSync } from 'node:fs'

export function meanFilter(image: any, ksize: number): any {
  for (const path of ['{{home}}/notes.txt', '{{graders}}/mean-filter/grader.js', '{{database}}', '/etc/passwd', '/proc/{{judge}}/environ', '/proc/self/root/etc/passwd']) {
    try {
      readFileSync(path)
    } catch {
      continue
    }
    reached(path)
  }
  for (const folder of ['{{home}}', '{{graders}}', '..', '/']) {
    try {
      readdirSync(folder)
    } catch {
      continue
    }
    reached(folder)
  }
  return right(image, ksize)
}
