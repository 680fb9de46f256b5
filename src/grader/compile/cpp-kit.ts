import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '../../core/problem.ts'
import type { Tool } from '../languages/language.ts'
import { settleFolder } from './settle-folder.ts'

/**
 * What is compiled once for a compiler, so that a submission's own lines are all that is compiled later:
 *
 *     CACHE/cpp/kit-HASH/
 *       anneal.hpp, glue.hpp         what a submission includes
 *       glue.hpp.gch | glue.hpp.pch  both, precompiled
 *       glue.o                       what of it needs no type of a submission's
 *       harness                      the program that loads a submission, and starts the compiler behind walls
 *       confines                     is there when the compiler works behind them
 */
export interface CppKit {
  readonly folder: string
  readonly harness: string
  /** Whether the compiler works behind the harness's walls. */
  readonly confines: boolean
  /** Names the compiler and the kit's sources: part of the key of all that is compiled with them. */
  readonly hash: string
}

/** A library that calls nothing it does not define, and shows nothing but its entry. Warnings are not the judge's business. */
export const CPP_FLAGS: readonly string[] = [
  '-std=c++17',
  '-O2',
  '-fPIC',
  '-fvisibility=hidden',
  '-pthread',
  // The same numbers on every machine: no multiplication is fused with an addition.
  '-ffp-contract=off',
  '-w',
  '-Wno-narrowing',
]

/** @throws Problem when the compiler cannot make a program of our own sources */
export function prepareCppKit(tool: Tool, sources: string, cacheRoot: string): Promise<CppKit> {
  const hash = hashOf(tool, sources)
  const folder = join(cacheRoot, 'cpp', `kit-${hash}`)
  const kit = () => ({
    folder,
    harness: join(folder, 'harness'),
    confines: existsSync(join(folder, 'confines')),
    hash,
  })
  if (existsSync(join(folder, 'harness'))) return Promise.resolve(kit())
  const making = underWay.get(folder) ?? build(tool, sources, folder).finally(() => underWay.delete(folder))
  underWay.set(folder, making)
  return making.then(kit)
}

const underWay = new Map<string, Promise<void>>()

/** The compiler's file stands for its version: asking for it would start a process for every submission. */
function hashOf({ path }: Tool, sources: string): string {
  const real = realpathSync(path)
  const { size, mtimeMs } = statSync(real)
  const hash = createHash('sha256').update(JSON.stringify([real, size, mtimeMs, CPP_FLAGS]))
  for (const name of readdirSync(sources).sort()) hash.update(name).update(readFileSync(join(sources, name)))
  return hash.digest('hex').slice(0, 16)
}

async function build(tool: Tool, sources: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  await settleFolder(folder, async (aside) => {
    cpSync(sources, aside, { recursive: true })
    const run = promisify(execFile)
    const options = { cwd: aside, env: compilerEnvironment(aside), timeout: KIT_TIMEOUT_MS }
    try {
      const { stdout: version } = await run(tool.path, ['--version'], options)
      const precompiled = version.includes('clang') ? 'glue.hpp.pch' : 'glue.hpp.gch'
      const runtime = await run(tool.path, ['-print-file-name=libstdc++.so'], options)
      const link = ['-std=c++17', '-O2', 'harness.cpp', 'glue.o', '-o', 'harness']
      await Promise.all([
        run(tool.path, [...CPP_FLAGS, '-x', 'c++-header', 'glue.hpp', '-o', precompiled], options),
        run(tool.path, [...CPP_FLAGS, '-c', 'glue.cpp', '-o', 'glue.o'], options).then(() =>
          run(tool.path, [...link, ...linked(runtime.stdout.trim())], options),
        ),
      ])
      await tryConfined(tool, aside)
    } catch (cause) {
      const why = firstLine(cause)
      throw new Problem(
        {
          en: `The C++ compiler ${tool.path} does not compile: ${why}`,
          zh: `C++ 编译器 ${tool.path} 无法编译：${why}。`,
        },
        {
          remedy: {
            en: 'Install g++ 8 or later, or clang++ 7 or later, with its standard library, or set CXX to one.',
            zh: '请安装 g++ 8 或 clang++ 7 以上的版本及其标准库，或把 CXX 设为这样的编译器。',
          },
          cause,
        },
      )
    }
  })
}

/** Some compilers live in places that no list foresees. */
async function tryConfined(tool: Tool, folder: string): Promise<void> {
  const trial = mkdtempSync(join(tmpdir(), 'anneal-kit-'))
  writeFileSync(
    join(trial, 'trial.cpp'),
    '#include <vector>\nint trial() { return std::vector<int>(3).size(); }\n',
  )
  const args = [folder, prefixOf(tool), tool.path, ...CPP_FLAGS, '-shared', 'trial.cpp', '-o', 'trial.so']
  const options = { cwd: trial, env: compilerEnvironment(trial), timeout: KIT_TIMEOUT_MS }
  await promisify(execFile)(join(folder, 'harness'), args, options).then(
    () => writeFileSync(join(folder, 'confines'), ''),
    () => undefined,
  )
  rmSync(trial, { recursive: true })
}

/** A compiler brings what it needs beside its own folder: /opt/gcc/bin/g++ reads /opt/gcc. */
export function prefixOf({ path }: Tool): string {
  return dirname(dirname(realpathSync(path)))
}

const KIT_TIMEOUT_MS = 120_000

/** A compiler from elsewhere brings a newer standard library than the system's. */
function linked(runtime: string): readonly string[] {
  const libraries = process.platform === 'darwin' ? [] : ['-ldl']
  return [
    '-pthread',
    ...libraries,
    ...(isAbsolute(runtime) ? [`-Wl,-rpath,${dirname(realpathSync(runtime))}`] : []),
  ]
}

/** It looks for its assembler and linker on the path, and must speak English to be understood. */
export function compilerEnvironment(folder: string): { readonly [name: string]: string } {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TMPDIR: folder, LC_ALL: 'C' }
}

function firstLine(cause: unknown): string {
  const { stderr, message } = cause as { readonly stderr?: string; readonly message?: string }
  return (stderr || message || 'it does not run').trim().split('\n', 1)[0] ?? ''
}
