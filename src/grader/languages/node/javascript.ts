import type { ExerciseId } from '../../../core/ids.ts'
import { type Text, verbatim } from '../../../core/locale.ts'
import type { Type } from '../../../core/signature.ts'
import { C_LIKE_COMMENT, type Lexis, ON_ONE_LINE, oneOf } from '../../protocol/code-text.ts'
import {
  DANGERS,
  type LanguageSupport,
  type StartCommand,
  type Tool,
  type Work,
} from '../../protocol/language.ts'
import { windowsRoot } from '../../run/windows-root.ts'
import { declarations, TYPED_ARRAYS } from './declarations.ts'
import { nodeWalls } from './node-walls.ts'
import { OWN_STATUS } from './own-status.ts'
import { explainSyntax } from './source/explain-syntax.ts'
import { findMisplaced, tellLoading, tellMissing } from './tell-loading.ts'
import { tellMistaken } from './tell-mistaken.ts'

const LEXIS: Lexis = {
  comment: C_LIKE_COMMENT,
  string: oneOf(ON_ONE_LINE, /`(?:\\(?:[\s\S]|$)|[^`\\])*`?/),
}

/** What TypeScript and JavaScript share. */
export const ON_NODE = {
  lineComment: '//',
  functionName: camelCase,
  lexis: LEXIS,
  spell: (name: string) => name,
  describe: describeJavaScript,
  findTool: findNode,
  compile: undefined,
  explainSyntax,
  versionOf: nodeVersion,
  /** By the permission model; signals by the harness. */
  denies: DANGERS,
  command: nodeCommand,
  reads: nodeReads,
  referenceFile: 'reference.js',
  harnessFile: 'node.cjs',
  companions: declarations,
  tellLoading,
  tellMissing,
  findMisplaced,
  tellMistaken,
  memoryError: /Array buffer allocation failed|could not allocate memory|out of memory/,
  warmMs: 120,
  unfilled: unfilledJavaScript,
} as const satisfies Partial<LanguageSupport>

/** The interpreter is the Node that runs Anneal. */
function findNode(): Promise<Tool> {
  return Promise.resolve({ path: process.execPath })
}

function nodeVersion(): Promise<Text> {
  return Promise.resolve(verbatim(process.versions.node))
}

/**
 * Files, network, programs, threads, addons and the inspector are denied by Node's permission model; only the
 * scratch folder can be read. Behind it stand the kernel's walls.
 */
function nodeCommand(tool: Tool, work: Work): StartCommand {
  return {
    preload: nodeWalls(),
    reservesMb: CODE_RANGE_MB,
    file: tool.path,
    args: [
      '--permission',
      `--allow-fs-read=${work.folder}`,
      `--allow-fs-read=${work.harness}`,
      // By which the harness finds out whether its walls stand.
      `--allow-fs-read=${OWN_STATUS}`,
      // Some switches of V8 write files, some take its memory's bounds away.
      '--freeze-flags-after-init',
      // They ask the permission model nothing.
      ...['--no-experimental-sqlite', '--no-webstorage', '--no-experimental-ffi'],
      // Half for the heap, half for what lies outside it; the process as a whole has a limit of its own.
      `--max-old-space-size=${Math.floor(work.memoryMb / 2)}`,
      '--no-warnings',
      '--disable-sigusr1',
      work.harness,
    ],
    env: { ...WITHOUT_SETTINGS, ...windowsRoot() },
  }
}

/** Behind its walls OpenSSL could not read the system's settings, and Node would not start for it. */
const WITHOUT_SETTINGS = process.platform === 'linux' ? { OPENSSL_CONF: '/dev/null' } : {}

/** V8 maps the room for its machine code at once, whatever it will need of it (`kMaximalCodeRangeSize`). */
const CODE_RANGE_MB = 512

/** Node is one file. */
function nodeReads({ path }: Tool): Promise<readonly string[]> {
  return Promise.resolve([path])
}

/** `median-filter` is `medianFilter`. */
export function camelCase(id: ExerciseId): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

export function describeJavaScript(type: Type): Text {
  switch (type.kind) {
    case 'int':
      return { en: 'a whole number', zh: '整数' }
    case 'f64':
      return { en: 'a number', zh: 'number' }
    case 'bool':
      return { en: 'a boolean', zh: 'boolean' }
    case 'str':
      return { en: 'a string', zh: '字符串' }
    case 'array':
      return verbatim(`{ shape, data: ${TYPED_ARRAYS[type.dtype]} }`)
    case 'record':
      return verbatim(`{ ${type.fields.map((field) => field.name).join(', ')} }`)
  }
}

const IMPORT = /import [^'"();=]*["'][^'"]*["'];? /
const NOT_IMPLEMENTED = /throw new Error\(["']not implemented["']\);?/

/** A heading holds no `=` and no second `(`, as code would. */
function unfilledJavaScript(name: string): RegExp {
  const [imports, body] = [IMPORT.source, NOT_IMPLEMENTED.source]
  return new RegExp(`^(?:${imports})*export function ${name} ?\\([^(=]*\\{ ${body} \\}$`)
}
