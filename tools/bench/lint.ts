import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compare, timed } from './compare.ts'
import { type Likeness, writeOwnCards } from './own-cards.ts'

const PAIRS = 5

/** `lint` of 20,000 of one's own cards in 40 files, against the summary at home of somebody who has none. */
export async function benchLint(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'anneal-bench-lint-'))
  for (const likeness of LIKENESSES) {
    const folder = join(home, likeness)
    writeOwnCards(folder, likeness)
    await compare(
      `lint, 20,000 cards (${likeness}) / summary`,
      PAIRS,
      () => timed(async () => anneal(home, 'lint', folder)),
      () => timed(async () => anneal(home)),
    )
  }
}

const LIKENESSES: readonly Likeness[] = ['filled template', 'copies']

/** A fault is exit status 1. */
function anneal(home: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['bin/anneal', ...args], {
    env: { ...process.env, ANNEAL_HOME: home, LANG: 'en_US.UTF-8' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0 && status !== 1) throw new Error(`anneal ${args.join(' ')}: ${stderr}`)
}
