import { execFile } from 'node:child_process'
import { cpSync, existsSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '../../../../core/problem.ts'
import type { Tool } from '../../../protocol/language.ts'
import { createScratch } from '../../../run/scratch.ts'
import { CacheEmptied } from './cache-emptied.ts'
import {
  CPP_FLAGS,
  compilerEnvironment,
  HARNESS_FLAGS,
  type KitBuild,
  LINK_FLAGS,
  prefixOf,
} from './cpp-flags.ts'
import { newestStandard } from './cpp-standard.ts'
import { TRIAL } from './cpp-trial.ts'
import { settleFolder } from './settle-folder.ts'

/**
 * Compiles a kit into its place; `cpp-kit.ts` says what is in it.
 * @throws Problem when the compiler cannot make a program of our own sources
 */
export async function buildCppKit(
  tool: Tool,
  sources: string,
  folder: string,
  build: KitBuild,
): Promise<void> {
  // What lies there is not whole.
  rmSync(folder, { recursive: true, force: true })
  await settleFolder(folder, async (aside) => {
    cpSync(sources, aside, { recursive: true })
    try {
      await compileInto(tool, aside, build)
    } catch (cause) {
      throw existsSync(join(aside, 'anneal.hpp')) ? cannotCompile(tool, cause) : new CacheEmptied()
    }
  })
  if (await isClang(tool, folder)) await precompileInPlace(tool, folder, build)
}

async function isClang(tool: Tool, folder: string): Promise<boolean> {
  return (await runTool(tool.path, ['--version'], folder)).includes('clang')
}

/** What clang has precompiled names the folder that it was made in. Without it a kit works too, more slowly. */
async function precompileInPlace(tool: Tool, folder: string, build: KitBuild): Promise<void> {
  const aside = `glue.hpp.${process.pid}.pch`
  const flags = [`-std=${await newestStandard(tool)}`, ...CPP_FLAGS[build]]
  await runTool(tool.path, [...flags, '-x', 'c++-header', 'glue.hpp', '-o', aside], folder)
  renameSync(join(folder, aside), join(folder, 'glue.hpp.pch'))
}

async function compileInto(tool: Tool, folder: string, build: KitBuild): Promise<void> {
  const clang = await isClang(tool, folder)
  if (build === 'checked') await trySanitizers(tool, folder)
  if (clang || build === 'checked') rmSync(join(folder, 'ready.hpp'))
  // Beside each other: someone waits for the first verdict.
  await Promise.all([
    clang ? undefined : build === 'usual' ? precompileReady(tool, folder) : precompile(tool, folder, build),
    compileHarness(tool, folder, build),
  ])
  const objects = ['glue.o', ...(existsSync(join(folder, 'ready.a')) ? ['ready.a'] : [])]
  writeFileSync(join(folder, 'objects'), objects.join(' '))
  if (!clang) renameSync(join(folder, PRECOMPILED_ASIDE), join(folder, 'glue.hpp.gch'))
}

/** Where there are none this is known at once. */
async function trySanitizers(tool: Tool, folder: string): Promise<void> {
  writeFileSync(join(folder, 'trial.cpp'), 'int main() {}\n')
  await runTool(tool.path, [...LINK_FLAGS.checked, 'trial.cpp', '-o', 'trial'], folder)
}

/** Not yet under its name: what is compiled meanwhile with other flags may not take it. */
const PRECOMPILED_ASIDE = 'precompiled'

async function precompile(tool: Tool, folder: string, build: KitBuild): Promise<void> {
  const flags = [`-std=${await newestStandard(tool)}`, ...CPP_FLAGS[build]]
  await runTool(tool.path, [...flags, '-x', 'c++-header', 'glue.hpp', '-o', PRECOMPILED_ASIDE], folder)
}

/** With what is ready; without it where the library has other names. */
async function precompileReady(tool: Tool, folder: string): Promise<void> {
  const made = await Promise.allSettled([makeReady(tool, folder), precompile(tool, folder, 'usual')])
  if (made.every(({ status }) => status === 'fulfilled')) return
  for (const name of ['ready.hpp', 'ready.a']) rmSync(join(folder, name), { force: true })
  await precompile(tool, folder, 'usual')
}

/** In an archive: of what nobody calls, nothing is linked. */
async function makeReady(tool: Tool, folder: string): Promise<void> {
  const flags = [`-std=${await newestStandard(tool)}`, ...CPP_FLAGS.usual]
  await runTool(tool.path, [...flags, '-c', 'ready.cpp', '-o', 'ready.o'], folder)
  await runTool('ar', ['rcs', 'ready.a', 'ready.o'], folder)
}

/** The program, what of it is linked to each submission too, and how. */
async function compileHarness(tool: Tool, folder: string, build: KitBuild): Promise<void> {
  const run = (args: readonly string[]) => runTool(tool.path, args, folder)
  const standard = await newestStandard(tool)
  const compile = (name: string) =>
    run([`-std=${standard}`, ...HARNESS_FLAGS[build], '-c', `${name}.cpp`, '-o', `${name}.o`])
  const [runtime] = await Promise.all([
    run(['-print-file-name=libstdc++.so']),
    compile('glue'),
    compile('harness'),
  ])
  const parts = ['harness.o', 'glue.o', '-o', 'harness', ...linked(runtime.trim())]
  await run([...HARNESS_FLAGS[build], ...LINK_FLAGS[build], ...parts])
  const walls = build === 'checked' ? { confines: false, linker: [] } : await trySettings(tool, folder)
  writeFileSync(join(folder, 'linker'), walls.linker.join(' '))
  writeFileSync(join(folder, 'confines'), walls.confines ? 'yes' : 'no')
  writeFileSync(join(folder, 'standard'), standard)
}

/** The usual linker takes a quarter of the time that a submission's compiling takes. */
const QUICK_LINKER = ['-fuse-ld=gold']
/** A plugin of the linker's is a program that runs with it. */
const NO_PLUGIN = ['-fno-use-linker-plugin']

async function trySettings(tool: Tool, folder: string) {
  for (const linker of [[...QUICK_LINKER, ...NO_PLUGIN], NO_PLUGIN, QUICK_LINKER, []])
    if (await worksConfined(tool, folder, linker)) return { confines: true, linker }
  return { confines: false, linker: [] }
}

/** Some compilers live in places that no list foresees. */
async function worksConfined(tool: Tool, folder: string, linker: readonly string[]): Promise<boolean> {
  using scratch = createScratch()
  const trial = scratch.folder
  writeFileSync(join(trial, 'trial.cpp'), TRIAL)
  const args = [
    folder,
    prefixOf(tool),
    tool.path,
    `-std=${await newestStandard(tool)}`,
    ...CPP_FLAGS.usual,
    '-shared',
    ...linker,
    'trial.cpp',
    '-o',
    'trial.so',
  ]
  return await runTool(join(folder, 'harness'), args, trial).then(
    () => true,
    () => false,
  )
}

/** Our own sources: nothing here needs to be held in. */
async function runTool(file: string, args: readonly string[], folder: string): Promise<string> {
  const options = { cwd: folder, env: compilerEnvironment(folder), timeout: TOOL_MS }
  const { stdout } = await promisify(execFile)(file, args, options)
  return stdout
}

/** Only against hanging: a busy machine takes its time. */
const TOOL_MS = 600_000

/** A compiler from elsewhere brings a newer standard library than the system's. */
function linked(runtime: string): readonly string[] {
  const libraries = process.platform === 'darwin' ? [] : ['-ldl']
  return [
    '-pthread',
    ...libraries,
    ...(isAbsolute(runtime) ? [`-Wl,-rpath,${dirname(realpathSync(runtime))}`] : []),
  ]
}

function cannotCompile(tool: Tool, cause: unknown): Problem {
  const { stderr, message } = cause as { readonly stderr?: string; readonly message?: string }
  const why = (stderr || message || 'it does not run').trim().split('\n', 1)[0] ?? ''
  return new Problem(
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
