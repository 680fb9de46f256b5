// verdict: accepted
// danger: start programs
import { execFileSync, spawnSync } from 'node:child_process'

export function meanFilter(image: any, ksize: number): any {
  for (const run of [() => execFileSync('/bin/true'), () => spawnSync('/bin/true'), () => (process as any).execve('/bin/true', ['true'])]) {
    try {
      run()
    } catch {
      continue
    }
    reached('a program')
  }
  return right(image, ksize)
}
