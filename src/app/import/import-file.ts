import { randomBytes } from 'node:crypto'
import { isDeckName } from '../../content/deck-paths.ts'
import { type CardId, noteOf } from '../../core/ids.ts'
import type { ImportedSource } from '../../core/imported/imported-source.ts'
import type { LogEntry } from '../../core/log-entry.ts'
import { sum } from '../../core/sum.ts'
import { isFolder } from '../../disk/stat-of.ts'
import { explainedTrouble } from '../../store/explained-trouble.ts'
import { acceptEvents } from '../accept-events.ts'
import type { Deps } from '../deps.ts'
import { type ChosenSchedule, chooseSchedule } from './choose-schedule.ts'
import { createDeckDrafts } from './deck-drafts.ts'
import { openFolder } from './folder-source.ts'
import { formatOf } from './import-formats.ts'
import { takeMedia } from './import-media.ts'
import { type TakenNotes, takeNotes } from './import-notes.ts'
import { createTally, type ImportReport, type ImportTally } from './import-report.ts'
import { lookAtFile } from './look-at-file.ts'
import { PLAIN_DECK } from './markdown-source.ts'
import { finishImports, openStaging, type Staging } from './staging.ts'
import { takeFiles } from './take-files.ts'

export interface ImportOrder {
  /** The name of a format, whatever the file looks like. */
  readonly as?: string | undefined
  /** Cards are to be scheduled as the other program does it. */
  readonly takesWeights?: boolean
  /** Only says what it would do. */
  readonly isDryRun: boolean
}

/** How far an import is. */
export interface ImportProgress {
  readonly stage: 'media' | 'notes' | 'log'
  readonly done: number
  readonly total: number
}

/**
 * Takes in a file of another program, or a folder of decks: all of it or nothing, also where the process is
 * killed in the midst of it. A second time it changes nothing.
 * @throws Problem
 */
export async function importFile(
  deps: Deps,
  path: string,
  { as, isDryRun, takesWeights = false }: ImportOrder,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportReport> {
  const { format, source } = await openSource(deps, path, as)
  const staging = isDryRun ? undefined : openStaging(deps, randomBytes(6).toString('hex'))
  try {
    const schedule = chooseSchedule(deps, source.schedules ?? [], takesWeights)
    const report = await takeAll(deps, source, schedule, staging, onProgress)
    return { ...report, path, format, isDryRun }
  } catch (error) {
    throw explainedTrouble(error, deps.folders.decks)
  } finally {
    source.close()
    if (staging !== undefined && !deps.store.importsToFinish().includes(staging.name)) staging.drop()
  }
}

async function openSource(deps: Deps, path: string, as: string | undefined) {
  if (isFolder(path)) return { format: PLAIN_DECK.name, source: openFolder(deps, path, as) }
  const file = lookAtFile(path)
  const format = formatOf(file, as)
  return { format: format.name, source: await format.open(deps, file) }
}

async function takeAll(
  deps: Deps,
  source: ImportedSource,
  schedule: ChosenSchedule,
  staging: Staging | undefined,
  onProgress: (progress: ImportProgress) => void,
): Promise<Omit<ImportReport, 'path' | 'format' | 'isDryRun'>> {
  const counting = (stage: ImportProgress['stage'], total: number) => {
    let done = 0
    return () => onProgress({ stage, done: ++done, total })
  }
  const tally = createTally()
  const media = await takeMedia(deps, source.media, staging, counting('media', source.media.length))
  const drafts = createDeckDrafts(deps, staging)
  const notes = takeNotes(
    deps,
    { foreign: source.notes(media.places), own: source.ownDecks ?? [] },
    drafts,
    tally,
    counting('notes', source.size.notes),
  )
  const files = takeFiles(deps, source.files?.() ?? [], staging, tally)
  const ownDecks = files.filter(({ path }) => isDeckName(path))
  const decks = [...drafts.finish(), ...ownDecks.map(({ path }) => path)]
  const facts = factsOf(source, notes, schedule, tally, counting('log', source.size.reviews))
  const counted = staging === undefined ? look(deps, facts) : write(deps, staging, facts, tally)
  return {
    notes: {
      ...notes.counts,
      added: notes.counts.added + sum(files.map((file) => file.notes)),
    },
    editedHere: notes.editedHere,
    cards: notes.cards + sum(files.map((file) => file.cards)),
    ...counted,
    media: { ...media.counts, added: media.counts.added + files.length - ownDecks.length },
    leftOut: tally.kinds(),
    decks,
    remarks: [...source.remarks, ...schedule.remarks],
  }
}

function* factsOf(
  source: ImportedSource,
  { kept, records }: TakenNotes,
  schedule: ChosenSchedule,
  tally: ImportTally,
  onFact: () => void,
): Generator<LogEntry> {
  const isKept = (card: CardId) => kept.has(noteOf(card))
  yield* records()
  for (const fact of source.facts(isKept)) {
    onFact()
    if (fact.kind === 'fact') yield fact.entry
    else tally.add(fact.why)
  }
  yield* schedule.entries
}

type Counted = Pick<ImportReport, 'reviews' | 'otherFacts' | 'known'>

/** The log's transaction is the moment from which the import stands. */
function write(deps: Deps, staging: Staging, facts: Iterable<LogEntry>, tally: ImportTally): Counted {
  const { counts, counting } = countNew(deps)
  const { refusals } = acceptEvents(deps, counting(facts), staging.name)
  for (const { why } of refusals) tally.add(why)
  finishImports(deps)
  return counts
}

function look(deps: Deps, facts: Iterable<LogEntry>): Counted {
  const { counts, counting } = countNew(deps)
  for (const _ of counting(facts));
  return counts
}

function countNew({ store }: Deps) {
  const counts = { reviews: 0, otherFacts: 0, known: 0 }
  return {
    counts,
    *counting(entries: Iterable<LogEntry>): Generator<LogEntry> {
      for (const entry of entries) {
        if (entry.kind === 'imported-note') {
          // It only says what the note was, which is counted.
        } else if (store.knows(entry.id)) counts.known++
        else if (entry.kind === 'review') counts.reviews++
        else counts.otherFacts++
        yield entry
      }
    },
  }
}
