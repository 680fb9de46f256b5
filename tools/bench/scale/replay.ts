import { join } from 'node:path'
import { compare } from '../compare.ts'
import type { Replayed } from './replayed.ts'
import { runNode } from './run-anneal.ts'

const PAIRS = 3

/** A replay of the log against ts-fsrs alone, with the same settings, on the same reviews in memory. */
export async function benchReplay(database: string): Promise<void> {
  const [own, fsrs] = [await replay('anneal', database), await replay('fsrs', database)]
  if (Math.abs(own.stability / fsrs.stability - 1) > 1e-9) throw new Error('The replays differ.')
  await compare(
    'replay of the log / ts-fsrs alone on the same reviews (CPU time)',
    PAIRS,
    async () => (await replay('anneal', database)).ms,
    async () => (await replay('fsrs', database)).ms,
  )
  console.log(`  peak memory ${own.peakMb.toFixed(0)} MB`)
}

async function replay(by: 'anneal' | 'fsrs', database: string): Promise<Replayed> {
  return JSON.parse(await runNode([join(import.meta.dirname, `replay-by-${by}.ts`), database])) as Replayed
}
