import { join } from 'node:path'
import type { Replayed } from './replayed.ts'
import { runNode } from './run-anneal.ts'

/** A replay of the log against ts-fsrs alone, with the same settings, on the same reviews in memory. Each takes minutes on the large file. */
export async function benchReplay(database: string, pairs: number): Promise<void> {
  for (let pair = 0; pair < pairs; pair++) {
    const [own, fsrs] = [await replay('anneal', database), await replay('fsrs', database)]
    if (Math.abs(own.stability / fsrs.stability - 1) > 1e-9) throw new Error('The replays differ.')
    const label = 'replay of the log / ts-fsrs alone on the same reviews'
    const times = `${(own.ms / 1000).toFixed(1)} s and ${(fsrs.ms / 1000).toFixed(1)} s of CPU time`
    console.log(`${label.padEnd(64)} ${(own.ms / fsrs.ms).toFixed(2)}x (${times})`)
    console.log(`  peak memory ${own.peakMb.toFixed(0)} MB`)
  }
}

async function replay(by: 'anneal' | 'fsrs', database: string): Promise<Replayed> {
  return JSON.parse(await runNode([join(import.meta.dirname, `replay-by-${by}.ts`), database])) as Replayed
}
