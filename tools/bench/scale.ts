import {
  closeSync,
  copyFileSync,
  constants as fs,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { studyDayOf } from '../../src/core/day.ts'
import { largeHome, SCALE_ROOT } from '../scale/large-home.ts'
import { compare } from './compare.ts'
import { benchAnswer } from './scale/answer.ts'
import { makeHome } from './scale/homes.ts'
import { benchReplay } from './scale/replay.ts'
import { peakOf, timeOf } from './scale/run-anneal.ts'

/**
 * What a collection of 100,000 cards and 10,000,000 reviews costs against an empty one, or against the bare work: ratios within this run.
 *
 *     npm run bench:scale -- [--small] [--cards N]
 */
const CARDS = 100_000
const PAIRS = 9
/** Where each run reads the decks. */
const OWN_PAIRS = 5
const NEXT_CARD = ['review', '--json', '--limit', '1']

const { values: flags } = parseArgs({
  options: { small: { type: 'boolean', default: false }, cards: { type: 'string' } },
})
const cards = Number(flags.cards ?? (flags.small ? CARDS / 10 : CARDS))
const today = studyDayOf({ at: Date.now(), offsetMin: -new Date().getTimezoneOffset() })
const { database, decks } = await largeHome(cards, today)
const scratch = mkdtempSync(join(SCALE_ROOT, 'run-'))
console.log('Median ratio (min to max of the pairs; median time)\n')
try {
  await benchReading()
  await benchReplay(database, flags.small ? 3 : 1)
  await benchChanging()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** With the program's cards alone, so that only the database is large; then with all cards in decks of the learner's own. */
async function benchReading(): Promise<void> {
  const full = makeHome(join(scratch, 'full'), { database })
  const empty = makeHome(join(scratch, 'empty'), {})
  const fullOwn = makeHome(join(scratch, 'full-own'), { database, decks })
  const emptyOwn = makeHome(join(scratch, 'empty-own'), { decks })
  for (const [label, args] of [
    ['summary', []],
    ['next card', NEXT_CARD],
    ['statistics', ['stats', '--json']],
  ] as const) {
    await compareHomes(label, args, full, empty, PAIRS)
    await compareHomes(`${label}, ${cards} own cards`, args, fullOwn, emptyOwn, OWN_PAIRS)
  }
}

/** On a copy, as it writes. */
async function benchChanging(): Promise<void> {
  const home = join(scratch, 'copy')
  mkdirSync(home)
  const copy = join(home, 'anneal.db')
  copyFileSync(database, copy, fs.COPYFILE_FICLONE)
  bringToDisk(copy)
  await benchAnswer(copy, today)
  for (const args of [['doctor'], ['doctor', '--fix']]) {
    const began = performance.now()
    const peak = await peakOf(args, home)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${args.join(' ').padEnd(64)} ${seconds} s\n  peak memory ${peak.toFixed(0)} MB`)
  }
}

/** The first checkpoint that is measured would have to wait for the whole copy. */
function bringToDisk(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}

async function compareHomes(
  label: string,
  args: readonly string[],
  full: string,
  empty: string,
  pairs: number,
): Promise<void> {
  await compare(
    `${label} / the same on an empty file`,
    pairs,
    () => timeOf(args, full),
    () => timeOf(args, empty),
  )
  await tellPeak(args, full, empty)
}

async function tellPeak(args: readonly string[], home: string, against?: string): Promise<void> {
  const peak = (await peakOf(args, home)).toFixed(0)
  const other = against === undefined ? '' : ` / ${(await peakOf(args, against)).toFixed(0)}`
  console.log(`  peak memory ${peak}${other} MB`)
}
