import type { Database } from 'better-sqlite3'
import { type Instant, type Moment, studyDayOf } from '../../../core/day.ts'
import { type CardId, cardId } from '../../../core/ids.ts'
import { brokenProblem } from '../../../core/imported/broken-file.ts'
import type { ImportedNote } from '../../../core/imported/imported-note.ts'
import type { ImportedFact, ImportedSource, MediaPlaces } from '../../../core/imported/imported-source.ts'
import { count, type Text } from '../../../core/locale.ts'
import type { Scheduler } from '../../../core/scheduler.ts'
import { importedEntry } from '../../imported-entry.ts'
import { type Archive, openArchive } from './archive.ts'
import { type CardReading, cardFacts } from './card-facts.ts'
import type { LogRow } from './card-life.ts'
import { extractCollection } from './extract-collection.ts'
import { noteIdOf } from './note-id.ts'
import { type Layouts, readLayouts } from './note-layouts.ts'
import { asDamaged, openCollection } from './open-collection.ts'
import { packageKind } from './package-kind.ts'
import { packageMedia } from './package-media.ts'
import { importedNote } from './package-notes.ts'
import { textIn, wholeIn } from './row-values.ts'

export interface PackageReading {
  readonly now: Moment
  /** Minutes that the learner's clock is ahead of UTC then. */
  readonly offsetAt: (at: Instant) => number
  readonly scheduler: Scheduler
  readonly isSuspended: (card: CardId) => boolean
  readonly isFlagged: (card: CardId) => boolean
}

/** An archive of Anki, of any version: .apkg, or .colpkg. @throws Problem */
export async function openAnkiPackage(path: string, reading: PackageReading): Promise<ImportedSource> {
  const archive = await openArchive(path)
  try {
    return await openIn(archive, path, reading)
  } catch (error) {
    archive.close()
    throw error
  }
}

async function openIn(archive: Archive, path: string, reading: PackageReading): Promise<ImportedSource> {
  const kind = await packageKind(archive, path)
  const { media, leftOut } = await packageMedia(archive, kind, path)
  const scratch = await extractCollection(archive, kind, path)
  try {
    const db = openCollection(scratch.path, path)
    scratch.hide()
    const layouts = guarded(path, () => readLayouts(db))
    return {
      ...sourceOf(db, path, layouts, reading),
      media,
      schedules: layouts.schedules,
      remarks: [...mediaRemark(leftOut)],
      close: () => {
        db.close()
        scratch.discard()
        archive.close()
      },
    }
  } catch (error) {
    scratch.discard()
    throw asDamaged(path, error)
  }
}

function mediaRemark(leftOut: number): readonly Text[] {
  if (leftOut === 0) return []
  return [
    {
      en: `${count(leftOut, 'medium', 'media')} listed under names that no file may have, or missing, were left out.`,
      zh: `有 ${leftOut} 个媒体文件名称不合法或缺失，未导入。`,
    },
  ]
}

function guarded<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') throw error
    throw asDamaged(path, error) === error
      ? brokenProblem(path, { en: 'holds a collection that cannot be read', zh: '中的集合无法读取' }, error)
      : asDamaged(path, error)
  }
}

/** Of all fields of a note together; nobody could ask more in one card. */
const LONGEST_FIELDS = 100_000

interface NoteRecord {
  readonly id: number
  readonly guid: unknown
  readonly mid: unknown
  readonly mod: unknown
  readonly tags: unknown
  readonly flds: unknown
}

function sourceOf(
  db: Database,
  path: string,
  layouts: Layouts,
  reading: PackageReading,
): Pick<ImportedSource, 'size' | 'notes' | 'facts'> {
  const total = (table: string) =>
    guarded(path, () => wholeIn(db.prepare(`select count(*) from ${table}`).pluck().get()))

  function* notes(places: MediaPlaces): Generator<ImportedNote> {
    const cardsOf = db.prepare<[number], { readonly ord: unknown; readonly did: unknown }>(
      'select ord, case when odid != 0 then odid else did end as did from cards where nid = ? order by ord',
    )
    const rows = db.prepare<[number], NoteRecord>(
      `select id, guid, mid, mod, tags, case when length(flds) <= ? then flds end as flds from notes order by id`,
    )
    for (const row of rows.iterate(LONGEST_FIELDS)) {
      const type = layouts.noteTypes.get(wholeIn(row.mid))
      const guid = textIn(row.guid) || `id-${row.id}`
      if (type === undefined || row.flds === null || guid.length > 300) {
        yield { kind: 'left-out', name: guid.slice(0, 60), why: type === undefined ? NO_TYPE : GIGANTIC }
        continue
      }
      const cards = cardsOf.all(row.id)
      const note = {
        guid,
        mod: Math.min(1e11, Math.max(0, wholeIn(row.mod))),
        tags: textIn(row.tags)
          .split(/\s+/)
          .filter((tag) => tag !== ''),
        fields: textIn(row.flds).split('\x1f'),
        deck: (layouts.decks.get(wholeIn(cards[0]?.did)) ?? 'Anki').slice(0, 1000),
        ordinals: [...new Set(cards.map(({ ord }) => wholeIn(ord)))].filter((ord) => ord >= 0 && ord < 99),
      }
      yield importedNote(note, type, places)
    }
  }

  function* facts(isKept: (card: CardId) => boolean): Generator<ImportedFact> {
    for (const type of layouts.noteTypes.values()) {
      const body = { kind: 'anki-notetype' as const, ...type }
      const at = Math.min(1e11, Math.max(0, layouts.changedAt.get(type.notetype) ?? 0)) * 1000
      const entry = importedEntry(body, { at, offsetMin: 0 }, `notetype:${JSON.stringify(body)}`)
      yield { kind: 'fact', entry }
    }
    const logOf = db.prepare<[number], LogRow>(
      'select id, ease, factor, time, type from revlog where cid = ? order by id',
    )
    const cardReading = readingFor(db, layouts, reading)
    const rows = db.prepare<[], { readonly [column: string]: unknown }>(
      `select c.id, n.id as nid, guid, ord, c.mod, type, queue, case when odid != 0 and odue != 0 then odue else due end as due,
         ivl, factor, reps, lapses, c.flags, case when length(c.data) < 10000 then c.data end as data
       from cards c join notes n on n.id = c.nid order by c.id`,
    )
    for (const row of rows.iterate()) {
      const guid = textIn(row['guid']) || `id-${wholeIn(row['nid'])}`
      const ordinal = wholeIn(row['ord'])
      const card = ordinal >= 0 && ordinal < 99 ? cardFor(guid, ordinal, isKept) : undefined
      if (card !== undefined)
        yield* cardFacts(
          card,
          cardRow(row, guid, ordinal),
          logOf.all(wholeIn(row['id'])).map(logRow),
          cardReading,
        )
    }
  }

  return {
    size: { notes: total('notes'), reviews: total('revlog') },
    notes: (places) => reported(path, notes(places)),
    facts: (isKept) => reported(path, facts(isKept)),
  }
}

/** A note whose parts are notes of their own, or one of ours that hides several. */
function cardFor(guid: string, ordinal: number, isKept: (card: CardId) => boolean): CardId | undefined {
  const own = noteIdOf(guid, ordinal)
  if (isKept(own)) return own
  const whole = noteIdOf(guid, 0)
  return ordinal > 0 && isKept(whole) ? cardId(`${whole}#${ordinal + 1}`) : undefined
}

function cardRow(row: { readonly [column: string]: unknown }, guid: string, ordinal: number) {
  const whole = (name: string) => wholeIn(row[name])
  const counted = (name: string) => Math.min(1_000_000, Math.max(0, whole(name)))
  return {
    guid,
    ordinal,
    mod: Math.min(1e11, Math.max(0, whole('mod'))),
    type: whole('type'),
    queue: whole('queue'),
    due: whole('due'),
    interval: whole('ivl'),
    ease: whole('factor'),
    reps: counted('reps'),
    lapses: counted('lapses'),
    flags: whole('flags'),
    data: textIn(row['data']),
  }
}

function logRow(row: LogRow): LogRow {
  const { id, ease, factor, time, type } = row
  return {
    id: wholeIn(id),
    ease: wholeIn(ease),
    factor: wholeIn(factor),
    time: wholeIn(time),
    type: wholeIn(type),
  }
}

/** Anki's days may begin at another hour than ours: a moment is moved by as much, so that it lies on the same day. */
function readingFor(
  db: Database,
  layouts: Layouts,
  { now, offsetAt, scheduler, isSuspended, isFlagged }: PackageReading,
): CardReading {
  const shift = (4 - layouts.rolloverHour) * 60
  const inDay = (minutes: number) => Math.max(-1440, Math.min(1440, minutes))
  const momentAt = (at: Instant) => ({ at, offsetMin: inDay(offsetAt(at) + shift) })
  const crt = Math.min(1e11, Math.max(0, wholeIn(db.prepare('select crt from col').pluck().get()))) * 1000
  const west = layouts.creationWestMin
  const made = west === undefined ? momentAt(crt) : { at: crt, offsetMin: inDay(shift - west) }
  return { momentAt, firstDay: studyDayOf(made), today: studyDayOf(now), scheduler, isSuspended, isFlagged }
}

function* reported<T>(path: string, values: Generator<T>): Generator<T> {
  try {
    yield* values
  } catch (error) {
    throw asDamaged(path, error)
  }
}

const NO_TYPE: Text = { en: 'a note of a type that the file does not describe', zh: '文件未说明其类型的笔记' }
const GIGANTIC: Text = { en: 'a note of more letters than a card could show', zh: '过长的笔记' }
