import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { cleanText } from '../core/clean-text.ts'
import type { Budget, Exercise, GrowthBudget, MemoryBudget } from '../core/exercise.ts'
import type { Fault } from '../core/fault.ts'
import { type CardId, exerciseId } from '../core/ids.ts'
import { type Text, verbatim } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { parseSignature, type Signature } from '../core/signature.ts'
import { linkId } from './parse-deck.ts'

export interface ParsedExercise {
  /** Undefined when a fault was found. */
  readonly exercise: Exercise | undefined
  readonly faults: readonly Fault[]
}

const KEYS = ['title', 'title.zh', 'topic', 'signature', 'minutes', 'prerequisites', 'budget', 'hints']

/**
 * Reads an `exercise.yaml`. Never throws, whatever the text.
 * @param id the name of the exercise's folder
 */
export function parseExercise(text: string, id: string, path: string): ParsedExercise {
  const document = openDocument(cleanText(text), path)
  const fields = document.root
  const knownId = exerciseId(id)
  if (knownId === undefined)
    document.complain([], `The folder "${id}" is no id; name it in lower-case letters, digits and hyphens.`)
  if (fields === undefined) return { exercise: undefined, faults: document.faults }
  for (const key of Object.keys(fields)) {
    if (!KEYS.includes(key))
      document.complain([key], `The field ${key} is unknown; the fields are ${KEYS.join(', ')}.`)
  }
  const title = readTitle(fields, document)
  const topic = readText(fields, 'topic', document)
  const signature = readSignature(fields, document)
  const minutes = readPositive(fields['minutes'], ['minutes'], document)
  const prerequisites = readPrerequisites(fields['prerequisites'], document)
  const budget = readBudget(fields['budget'], document)
  const hints = readHints(fields['hints'], document)
  const { faults } = document
  if (faults.length > 0 || !knownId || !signature) return { exercise: undefined, faults }
  return { exercise: { id: knownId, title, topic, signature, minutes, prerequisites, budget, hints }, faults }
}

type Path = readonly (string | number)[]
type Fields = { readonly [name: string]: unknown }
type OpenDocument = ReturnType<typeof openDocument>

function openDocument(text: string, path: string) {
  const lines = new LineCounter()
  const faults: Fault[] = []
  // An alias can make a small file huge, so none is followed.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'silent',
  })
  for (const error of document.errors) {
    faults.push({
      path,
      line: lines.linePos(error.pos[0]).line,
      message: verbatim(`YAML: ${error.message.split('\n')[0]}.`),
    })
  }
  /** In English: none but the authors of exercises read it. */
  function complain(at: Path, message: string): void {
    const node = document.getIn(at, true)
    const range = isScalar(node) || isMap(node) ? (node as Node).range : undefined
    faults.push({ path, line: range ? lines.linePos(range[0]).line : 1, message: verbatim(message) })
  }
  return { faults, complain, root: rootOf(document, faults, path) }
}

function rootOf(
  document: ReturnType<typeof parseDocument>,
  faults: Fault[],
  path: string,
): Fields | undefined {
  if (faults.length > 0) return undefined
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 })
    if (isFields(value)) return value
    faults.push({
      path,
      line: 1,
      message: verbatim('The file holds no fields; write it like docs/exercise-format.md.'),
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : error
    faults.push({ path, line: 1, message: verbatim(`YAML: ${why}.`) })
  }
  return undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readTitle(fields: Fields, document: OpenDocument): Text {
  return { en: readText(fields, 'title', document), zh: readText(fields, 'title.zh', document) }
}

function readText(fields: Fields, name: string, document: OpenDocument): string {
  const value = fields[name]
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  document.complain([name], `The field ${name} is missing; write it as text.`)
  return ''
}

function readSignature(fields: Fields, document: OpenDocument): Signature | undefined {
  const text = readText(fields, 'signature', document)
  if (text === '') return undefined
  try {
    return parseSignature(text)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    document.complain(['signature'], `${error.message} ${error.remedy}`)
    return undefined
  }
}

function readPositive(value: unknown, at: Path, document: OpenDocument): number {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value
  document.complain(at, `The field ${at.join('.')} is no number above 0; write one.`)
  return 0
}

function readPrerequisites(value: unknown, document: OpenDocument): readonly CardId[] {
  return readItems(value, 'prerequisites', document).flatMap((item, at) => {
    const id = typeof item === 'string' ? linkId(item) : undefined
    if (id !== undefined) return [id]
    document.complain(['prerequisites', at], `${JSON.stringify(item)} is no card id; write deck/slug.`)
    return []
  })
}

function readItems(value: unknown, name: string, document: OpenDocument): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  document.complain([name], `The field ${name} is no list; write its items behind dashes.`)
  return []
}

function readBudget(value: unknown, document: OpenDocument): Budget | undefined {
  if (value === undefined || value === null) return undefined
  if (!isFields(value)) {
    document.complain(['budget'], 'The budget holds no fields; give it a ratio, growth or memory.')
    return undefined
  }
  const ratio = optionalPositive(value['ratio'], ['budget', 'ratio'], document)
  const growth = readItems(value['growth'], 'budget.growth', document).map((item, at) =>
    readGrowth(item, at, document),
  )
  const memory = readItems(value['memory'], 'budget.memory', document).map((item, at) =>
    readLabelled(item, ['budget', 'memory', at], document),
  )
  return { ratio, growth, memory }
}

function optionalPositive(value: unknown, at: Path, document: OpenDocument): number | undefined {
  return value === undefined || value === null ? undefined : readPositive(value, at, document)
}

function readGrowth(item: unknown, at: number, document: OpenDocument): GrowthBudget {
  const path = ['budget', 'growth', at]
  const gold = isFields(item) ? item['gold'] : undefined
  return {
    ...readLabelled(item, path, document),
    gold: optionalPositive(gold, [...path, 'gold'], document),
  }
}

function readLabelled(item: unknown, path: Path, document: OpenDocument): MemoryBudget {
  const fields = isFields(item) ? item : {}
  const label = fields['label']
  if (typeof label !== 'string' || label === '') {
    document.complain(path, `The ${path[1]} budget has no label; name its inputs like ksize 5 -> 25.`)
  }
  return { label: String(label), limit: readPositive(fields['limit'], [...path, 'limit'], document) }
}

function readHints(value: unknown, document: OpenDocument): readonly Text[] {
  return readItems(value, 'hints', document).flatMap((item, at) => {
    const { en, zh } = isFields(item) ? item : {}
    if (typeof en === 'string' && typeof zh === 'string') return [{ en: en.trim(), zh: zh.trim() }]
    document.complain(['hints', at], 'The hint lacks a language; write en: and zh:.')
    return []
  })
}
