import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type GivenValue,
  inputProblem,
  isGivenArray,
  isGivenRecord,
  parseGiven,
} from '../../core/own-input/given-value.ts'
import type { Param, Signature } from '../../core/signature.ts'
import type { Spell } from '../../core/spell-names.ts'
import { statOf } from '../../disk/stat-of.ts'
import { decodeInput, MOST_INPUT_BYTES, tooLarge } from './decode-input.ts'

export interface ReadingOptions {
  /** As the language at hand spells a name. */
  readonly spell: Spell
  /** What `-` stands for, where it was given. */
  readonly stdin: Uint8Array | undefined
}

/**
 * A word is a file with all parameters, `-` for the same on stdin, or `NAME=` with a file or JSON behind it.
 * Of a parameter that is given twice the later one counts. What is given is named as the signature does,
 * whichever way it was spelled.
 * @throws Problem
 */
export async function readInputs(
  words: readonly string[],
  { params }: Signature,
  options: ReadingOptions,
): Promise<GivenValue> {
  const parts: GivenValue[] = []
  for (const word of words) parts.push(await readWord(word, params, options))
  if (parts.length === 1) return parts[0] ?? null
  return parts.find((part) => !isGivenRecord(part)) ?? Object.assign({}, ...parts)
}

async function readWord(
  word: string,
  params: readonly Param[],
  options: ReadingOptions,
): Promise<GivenValue> {
  const part = /^([A-Za-z_]\w*)=(.*)$/s.exec(word)
  if (part !== null && !existsSync(word)) {
    const [, name = '', text = ''] = part
    return await completed({ [name]: await readPart(name, text, options) }, params, '.', options)
  }
  const given = await read(word, options)
  if (!isGivenArray(given)) {
    return await completed(given, params, word === '-' ? '.' : dirname(word), options)
  }
  const [only] = params
  if (params.length === 1 && only) return { [only.name]: given }
  const named = `--input ${only && options.spell(only.name)}=${word}`
  throw inputProblem(
    {
      en: `${word} is one array, and there are several parameters.`,
      zh: `${word} 只是一个数组，而参数不止一个。`,
    },
    { en: `Say which it is: ${named}.`, zh: `请说明是哪个参数：${named}。` },
  )
}

async function readPart(name: string, text: string, options: ReadingOptions): Promise<GivenValue> {
  if (text === '-' || existsSync(text) || /\.(?:npy|npz|png|json)$/.test(text))
    return await read(text, options)
  return parseGiven(text, name)
}

/**
 * Named as the signature does. A text where an array must be names its file, from the folder of the file that
 * says so.
 */
async function completed(
  given: GivenValue,
  params: readonly Param[],
  folder: string,
  options: ReadingOptions,
): Promise<GivenValue> {
  if (!isGivenRecord(given)) return given
  const parts: { [name: string]: GivenValue } = {}
  for (const [name, part] of Object.entries(given)) {
    const param = params.find((one) => one.name === name || options.spell(one.name) === name)
    parts[param?.name ?? name] = await completedPart(param?.type, part)
  }
  return parts

  async function completedPart(type: Param['type'] | undefined, part: GivenValue): Promise<GivenValue> {
    if (type?.kind === 'record') return await completed(part, type.fields, folder, options)
    return type?.kind === 'array' && typeof part === 'string' ? await read(join(folder, part), options) : part
  }
}

async function read(path: string, { stdin }: ReadingOptions): Promise<GivenValue> {
  if (path !== '-') return await decodeInput(readInputFile(path), path)
  if (stdin === undefined) throw inputProblem({ en: 'Nothing is on stdin.', zh: '标准输入中没有内容。' })
  return await decodeInput(stdin, 'stdin')
}

function readInputFile(path: string): Uint8Array {
  const stats = statOf(path)
  if (stats === undefined) {
    throw inputProblem(
      { en: `There is no file ${path}.`, zh: `文件 ${path} 不存在。` },
      { en: 'Check the path of the input.', zh: '请检查输入文件的路径。' },
    )
  }
  // A pipe that nobody writes to would never end.
  if (!stats.isFile()) {
    throw inputProblem(
      stats.isDirectory()
        ? { en: `${path} is a folder.`, zh: `${path} 是文件夹。` }
        : { en: `${path} is no ordinary file.`, zh: `${path} 不是普通文件。` },
      { en: 'Give a file, or - for stdin.', zh: '请给出文件，或用 - 表示标准输入。' },
    )
  }
  if (stats.size > MOST_INPUT_BYTES) throw tooLarge(path)
  return readFileSync(path)
}
