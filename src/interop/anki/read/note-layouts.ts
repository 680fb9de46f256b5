import type { Database } from 'better-sqlite3'
import { PbfReader } from 'pbf'
import type { AnkiNoteType, AnkiTemplate } from '../../../core/event.ts'
import type { ImportedSchedule } from '../../../core/imported/imported-source.ts'
import { listIn, objectIn, textIn, wholeIn } from './row-values.ts'

/** What the notes of a collection are laid out by, and the decks that they lie in. */
export interface Layouts {
  readonly noteTypes: ReadonlyMap<number, AnkiNoteType>
  /** When each note type was last changed, in seconds. */
  readonly changedAt: ReadonlyMap<string, number>
  /** By their numbers, their levels parted by two colons. */
  readonly decks: ReadonlyMap<number, string>
  /** Minutes west of UTC where the collection was made; undefined where it does not say. */
  readonly creationWestMin: number | undefined
  readonly rolloverHour: number
  /** Of the presets that have weights of FSRS. */
  readonly schedules: readonly ImportedSchedule[]
}

/** Both forms that Anki has had: all in one row as JSON, and tables with protobuf. */
export function readLayouts(db: Database): Layouts {
  const hasTables = db.prepare(`select 1 from sqlite_schema where name = 'notetypes'`).get() !== undefined
  return hasTables ? layoutsOfTables(db) : layoutsOfRow(db)
}

function layoutsOfRow(db: Database): Layouts {
  const row = objectIn(db.prepare('select conf, models, decks, dconf from col').get())
  const conf = objectIn(row['conf'])
  const decks = Object.entries(objectIn(row['decks'])).map(
    ([id, deck]) => [Number(id), textIn(objectIn(deck)['name'])] as const,
  )
  const presets = Object.values(objectIn(row['dconf'])).map(objectIn)
  return {
    changedAt: new Map(
      Object.entries(objectIn(row['models'])).map(([id, model]) => [id, wholeIn(objectIn(model)['mod'])]),
    ),
    noteTypes: new Map(
      Object.entries(objectIn(row['models'])).map(([id, model]) => [
        Number(id),
        typeOfModel(id, objectIn(model)),
      ]),
    ),
    decks: new Map(decks),
    ...dayIn(conf),
    schedules: presets.flatMap((preset) => scheduleIn(preset['fsrsParams6'], preset['desiredRetention'])),
  }
}

function typeOfModel(id: string, model: ReturnType<typeof objectIn>): AnkiNoteType {
  const templates = listIn(model['tmpls']).map(objectIn)
  return {
    notetype: id,
    name: textIn(model['name']),
    cloze: model['type'] === 1,
    fields: listIn(model['flds']).map((field) => textIn(objectIn(field)['name'])),
    templates: templates.map(({ name, qfmt, afmt }) => ({
      name: textIn(name),
      question: textIn(qfmt),
      answer: textIn(afmt),
    })),
    css: textIn(model['css']),
  }
}

function dayIn(conf: ReturnType<typeof objectIn>): Pick<Layouts, 'creationWestMin' | 'rolloverHour'> {
  const west = conf['creationOffset']
  const hour = conf['rollover']
  return {
    creationWestMin: typeof west === 'number' && Math.abs(west) <= 24 * 60 ? Math.round(west) : undefined,
    rolloverHour: typeof hour === 'number' && hour >= 0 && hour < 24 ? Math.floor(hour) : 4,
  }
}

function scheduleIn(params: unknown, retention: unknown): readonly ImportedSchedule[] {
  const weights = listIn(params).filter((weight): weight is number => Number.isFinite(weight))
  const desiredRetention = typeof retention === 'number' ? retention : undefined
  return weights.length > 0 ? [{ weights, desiredRetention }] : []
}

type Row = { readonly [column: string]: unknown }

function layoutsOfTables(db: Database): Layouts {
  const rows = (sql: string) => db.prepare<[], Row>(sql).all()
  const fields = Map.groupBy(rows('select ntid, ord, name from fields'), ({ ntid }) => ntid)
  const templates = Map.groupBy(rows('select ntid, ord, name, config from templates'), ({ ntid }) => ntid)
  const inOrder = (found: readonly Row[] = []) =>
    found.toSorted((one, other) => wholeIn(one['ord']) - wholeIn(other['ord']))
  const conf = Object.fromEntries(
    rows('select key, val from config').map(({ key, val }) => [textIn(key), jsonIn(val)]),
  )
  const types = rows('select id, name, mtime_secs, config from notetypes')
  const noteTypes = types.map(({ id, name, config }) => {
    const { cloze, css } = typeConfig(config)
    return {
      notetype: String(id),
      name: textIn(name),
      cloze,
      fields: inOrder(fields.get(id)).map((field) => textIn(field['name'])),
      templates: inOrder(templates.get(id)).map(templateOf),
      css,
    }
  })
  return {
    changedAt: new Map(types.map((row) => [String(row['id']), wholeIn(row['mtime_secs'])])),
    noteTypes: new Map(noteTypes.map((one) => [Number(one.notetype), one])),
    decks: new Map(
      rows('select id, name from decks').map(({ id, name }) => [
        wholeIn(id),
        textIn(name).replaceAll('\x1f', '::'),
      ]),
    ),
    ...dayIn(conf),
    schedules: rows('select config from deck_config').flatMap(({ config }) => presetSchedule(config)),
  }
}

function jsonIn(value: unknown): unknown {
  try {
    return Buffer.isBuffer(value) ? JSON.parse(value.toString('utf8')) : undefined
  } catch {
    return undefined
  }
}

/** `Notetype.Config` of Anki's notetypes.proto. */
function typeConfig(config: unknown): { cloze: boolean; css: string } {
  const found = { cloze: false, css: '' }
  if (!Buffer.isBuffer(config)) return found
  return new PbfReader(config).readFields((tag, one, pbf) => {
    if (tag === 1) one.cloze = pbf.readVarint() === 1
    else if (tag === 3) one.css = pbf.readString()
  }, found)
}

function templateOf({ name, config }: Row): AnkiTemplate {
  const found = { question: '', answer: '' }
  if (Buffer.isBuffer(config)) {
    new PbfReader(config).readFields((tag, one, pbf) => {
      if (tag === 1) one.question = pbf.readString()
      else if (tag === 2) one.answer = pbf.readString()
    }, found)
  }
  return { name: textIn(name), ...found }
}

/** `fsrs_params_6` and `desired_retention` of `DeckConfig.Config`. */
function presetSchedule(config: unknown): readonly ImportedSchedule[] {
  const found: { weights: number[]; retention: number | undefined } = { weights: [], retention: undefined }
  if (Buffer.isBuffer(config)) {
    new PbfReader(config).readFields((tag, one, pbf) => {
      if (tag === 6) pbf.readPackedFloat(one.weights)
      else if (tag === 37) one.retention = pbf.readFloat()
    }, found)
  }
  return scheduleIn(found.weights, found.retention)
}
