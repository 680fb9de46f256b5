import { execFileSync } from 'node:child_process'
import { ankiPython } from './anki-python.ts'

/** Of a probability of recall. */
export const RECALL_TOLERANCE = 1e-3

/** Retrievability, stability as it was written, and what Anki makes of the review log. */
export type AnkiMemory = readonly [
  recall: number,
  stability: number,
  replayedStability: number,
  replayedDifficulty: number,
]

export type AnkiCard = readonly [
  kind: number,
  queue: number,
  due: number,
  ivl: number,
  reps: number,
  lapses: number,
  flags: number,
  memory: AnkiMemory | null,
]

export interface AnkiFacts {
  readonly problems: string
  readonly notes: {
    readonly [guid: string]: readonly [
      type: string,
      deck: string,
      tags: readonly string[],
      fields: readonly string[],
    ]
  }
  readonly cards: { readonly [key: string]: AnkiCard }
  readonly reviews: readonly (readonly [key: string, at: number, ease: number])[]
  readonly decks: readonly string[]
  readonly tags: readonly string[]
  readonly media: readonly string[]
  readonly 'unsound media': readonly string[]
}

/** What Anki has of an archive that it was given so often. @param offsetMin the learner's local time minus UTC */
export function askAnki(path: string, offsetMin: number, times: number): AnkiFacts {
  const args = ['tools/anki/package_truth.py', path, String(offsetMin), String(times)]
  return JSON.parse(execFileSync(ankiPython(), args, { encoding: 'utf8', maxBuffer: 2 ** 28 })) as AnkiFacts
}
