import { realpathSync } from 'node:fs'
import { dirname, isAbsolute } from 'node:path'
import type { Exercise } from '../../../core/exercise.ts'
import { type Locale, type Text, verbatim } from '../../../core/locale.ts'
import { Problem } from '../../../core/problem.ts'
import type { Signature, Type } from '../../../core/signature.ts'
import { C_LIKE_COMMENT, type Lexis, ON_ONE_LINE, oneOf } from '../../protocol/code-text.ts'
import type { LanguageSupport, Tool } from '../../protocol/language.ts'
import { parametersIn } from '../../protocol/parameters-in.ts'
import { snakeCase } from '../../protocol/snake-case.ts'
import { askedOnce, askTool } from '../../run/ask-tool.ts'
import { findNamed, findOnPath } from '../../run/find-on-path.ts'
import { tellOtherOrder } from '../../words/other-order.ts'
import { leaveArguments, ROW_MAJOR, titleSentence } from '../../words/starter-words.ts'
import { checkPrefix } from './check-prefix.ts'
import { cppChecks } from './checks/cpp-checks.ts'
import { compileCpp } from './compile/compile-cpp.ts'
import { cppHeading, cppName, cppType, structsOf } from './compile/cpp-glue.ts'
import { nameOfStandard, newestStandard } from './compile/cpp-standard.ts'
import { findMisplaced } from './find-misplaced.ts'

/** `1'000`, but not `u8'a'`. */
const DIGIT_SEPARATOR = /(?<=(?<!u)\d)'(?=[\dA-Fa-f])/

const LEXIS: Lexis = {
  comment: C_LIKE_COMMENT,
  string: oneOf(/R"(?<mark>[^\s()\\]{0,16})\([\s\S]*?(?:\)\k<mark>"|$)/, DIGIT_SEPARATOR, ON_ONE_LINE),
}

export const cpp: LanguageSupport = {
  language: 'cpp',
  name: 'C++',
  extension: '.cpp',
  lineComment: '//',
  functionName: snakeCase,
  lexis: LEXIS,
  spell: cppName,
  starter,
  unfilled,
  describe,
  findTool: findCompiler,
  versionOf: compilerVersion,
  denies: [],
  compile: compileCpp,
  findMisplaced,
  tellMistaken,
  checks: cppChecks,
  explainSyntax: undefined,
  // Nothing in the environment: what is needed was found when the harness was linked.
  command: (_, work) => ({ file: work.harness, args: [], env: {}, mapsLittle: true }),
  reads: askedOnce(compilersLibraries),
  referenceFile: 'reference.cpp',
  shownReference: 'reference.cpp',
  harnessFile: 'cpp',
  companions: () => [{ kind: 'harness', name: 'anneal.hpp' }],
  memoryError: /std::bad_alloc|std::bad_array_new_length|failed to map segment from shared object$/,
  warmMs: 10,
}

function tellMistaken(code: string, name: string, { params }: Signature): Text | undefined {
  const heading = String.raw`^(?:[\w:<>,&*]+[ \t]+){0,8}[&*]*${name}\s*\((?=[^;{}]*\)[^;{}()]*\{)`
  const names = parametersIn(code, new RegExp(heading, 'gm'))?.map(
    (one) => /(?<![\p{L}\p{N}_])([\p{L}\p{N}_]+)\s*(?:=.*)?$/su.exec(one)?.[1],
  )
  const wanted = params.map((one) => cppName(one.name))
  return names && tellOtherOrder(wanted, names)
}

/** A compiler from elsewhere brings its own standard library. */
async function compilersLibraries({ path }: Tool): Promise<readonly string[]> {
  const library = (await askTool(path, ['-print-file-name=libstdc++.so'])).trim()
  return isAbsolute(library) ? [dirname(realpathSync(library))] : []
}

function starter(exercise: Exercise, locale: Locale): string {
  const { params, returns } = exercise.signature
  const doc = [
    ...params.flatMap(({ name, type }) => docOf(cppName(name), type)),
    ...docOf('returns', returns),
  ]
  return [
    '#include "anneal.hpp"',
    '',
    ...structsOf(exercise),
    '/**',
    ` * ${titleSentence(exercise, locale)}`,
    ' *',
    ...doc.map((line) => ` * ${line}`),
    ' *',
    ` * ${ROW_MAJOR[locale]}${leaveArguments(exercise, locale)}`,
    ' */',
    `${wrapped(cppHeading(exercise))} {`,
    '  throw std::logic_error("not implemented");',
    '}',
    '',
  ].join('\n')
}

const INCLUDE = /#include ["<][^">]*[">] |using namespace std; /
const STRUCT = /struct \w+ \{[^(={}]*\}; /
const NOT_IMPLEMENTED = /throw std::logic_error\("not implemented"\);/

/** A heading holds no `=` and no second `(`, as code would. */
function unfilled(name: string): RegExp {
  const [includes, structs, body] = [INCLUDE.source, STRUCT.source, NOT_IMPLEMENTED.source]
  return new RegExp(`^(?:${includes}|${structs})*[\\w:<>, ]+ ${name}\\([^(=]*\\{ ${body} \\}$`)
}

const LONGEST_LINE = 100

/** A long heading has a line for each parameter. */
function wrapped(heading: string): string {
  return heading.length <= LONGEST_LINE
    ? heading
    : heading.replace('(', '(\n    ').replaceAll(', ', ',\n    ')
}

function docOf(name: string, type: Type): readonly string[] {
  if (type.kind === 'record')
    return type.fields.flatMap((field) => docOf(`${name}.${cppName(field.name)}`, field.type))
  const dims = type.kind === 'array' ? `, shape {${type.dims.join(', ')}}` : ''
  return [`${name}: ${cppType(type, '')}${dims}`]
}

function describe(type: Type): Text {
  switch (type.kind) {
    case 'record': {
      const names = type.fields.map((field) => cppName(field.name))
      return { en: `a struct with ${names.join(', ')}`, zh: `含成员 ${names.join('、')} 的 struct` }
    }
    case 'int':
    case 'array':
      return { en: `an ${cppType(type, '')}`, zh: cppType(type, '') }
    default:
      return { en: `a ${cppType(type, '')}`, zh: cppType(type, '') }
  }
}

/** `CXX`, else g++, else clang++ on the path. */
async function findCompiler(): Promise<Tool> {
  if (process.platform === 'win32') {
    throw new Problem(
      { en: 'C++ submissions are judged on Linux and macOS.', zh: 'C++ 提交只能在 Linux 和 macOS 上判题。' },
      {
        remedy: {
          en: 'Use Anneal in WSL, or another language: anneal config language py.',
          zh: '请在 WSL 中使用 Anneal，或换一种语言：anneal config language py。',
        },
      },
    )
  }
  const chosen = process.env['CXX']
  const path = chosen ? findNamed(chosen) : (findOnPath('g++') ?? findOnPath('clang++'))
  if (path !== undefined) return checkPrefix({ path })
  throw new Problem(
    chosen
      ? { en: `CXX names ${chosen}, which is not there.`, zh: `CXX 指定的 ${chosen} 不存在。` }
      : { en: 'Neither g++ nor clang++ is on the path.', zh: 'PATH 中没有 g++ 或 clang++。' },
    {
      remedy: {
        en: 'Install a compiler for C++17 or newer (Debian, Ubuntu: apt install g++), or set CXX to its path.',
        zh: '请安装支持 C++17 或更新标准的编译器（Debian、Ubuntu：apt install g++），或把 CXX 设为它的路径。',
      },
    },
  )
}

/** The first line of what it says, and its newest standard: `g++ (Debian 12.2.0-14) 12.2.0, C++23`. */
async function compilerVersion(tool: Tool): Promise<Text> {
  const [told, standard] = await Promise.all([askTool(tool.path, ['--version']), newestStandard(tool)])
  return verbatim(`${told.split('\n', 1)[0] ?? ''}, ${nameOfStandard(standard)}`)
}
