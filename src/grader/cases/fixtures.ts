import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { messageOf } from '../../core/error-message.ts'
import type { Text } from '../../core/locale.ts'
import { mapFields } from '../../core/map-fields.ts'
import { Problem } from '../../core/problem.ts'
import { DTYPES, type Value } from '../../core/value.ts'
import { arrayFromBytes } from '../protocol/read-value.ts'

/** Cases whose expected output came from a truth library: docs/exercise-format.md. */
export interface FixtureFile {
  readonly path: string
  /** The library and its version. */
  readonly truth: string
  readonly cases: readonly FixtureCase[]
}

export interface FixtureCase {
  readonly name: Text
  readonly args: readonly Value[]
  readonly expected: Value
}

/** None where there is no folder yet: `anneal verify` says so. */
export function loadFixtures(folder: string): readonly FixtureFile[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return names
    .sort()
    .map((name) => parseFixtures(readFileSync(join(folder, name), 'utf8'), join(folder, name)))
}

function parseFixtures(text: string, path: string): FixtureFile {
  try {
    const file = JSON.parse(text) as { readonly truth: string; readonly cases: readonly RawCase[] }
    const cases = file.cases.map(({ name, args, expected }) => ({
      name: parseName(name),
      args: args.map(parseValue),
      expected: parseValue(expected),
    }))
    return { path, truth: file.truth, cases }
  } catch (cause) {
    // Where it is written: what is read is a copy in the build.
    const name = ['graders', ...path.split(sep).slice(-3)].join(sep)
    const why = messageOf(cause)
    throw new Problem(
      { en: `${name} is not a fixture file: ${why}.`, zh: `${name} 不是有效的用例文件：${why}。` },
      {
        remedy: {
          en: 'Write it again with the script fixtures.py of that exercise.',
          zh: '请用该练习的 fixtures.py 重新生成。',
        },
        cause,
      },
    )
  }
}

interface RawCase {
  readonly name: unknown
  readonly args: readonly RawValue[]
  readonly expected: RawValue
}

type RawValue =
  | number
  | boolean
  | string
  | { readonly number: string }
  | { readonly dtype: string; readonly shape: readonly number[]; readonly data: string }
  | { readonly record: { readonly [field: string]: RawValue } }

function parseName(raw: unknown): Text {
  const { en, zh } = Object(raw) as { readonly [name: string]: unknown }
  if (typeof en !== 'string' || typeof zh !== 'string')
    throw new TypeError('the name of a case is not { en, zh }')
  return { en, zh }
}

function parseValue(raw: RawValue): Value {
  if (typeof raw !== 'object') return raw
  if ('number' in raw) return Number(raw.number)
  if ('record' in raw) return mapFields(raw.record, parseValue)
  const dtype = DTYPES.find((candidate) => candidate === raw.dtype)
  if (dtype === undefined) throw new TypeError(`"${raw.dtype}" is not a dtype`)
  return arrayFromBytes(dtype, raw.shape, Buffer.from(raw.data, 'base64'))
}
