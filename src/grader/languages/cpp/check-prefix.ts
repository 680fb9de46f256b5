import { realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Problem } from '../../../core/problem.ts'
import type { Tool } from '../../protocol/language.ts'
import { accountFolder, homeFolder } from '../../run/home-folder.ts'
import { prefixOf } from './compile/cpp-flags.ts'

/**
 * What lies beside a compiler, any submission can include: ~/bin/g++ would open the home folder.
 * @throws Problem when that holds what is the learner's own
 */
export function checkPrefix(tool: Tool, own: readonly string[] = ownFolders()): Tool {
  const prefix = prefixOf(tool)
  if (!own.some((folder) => isBelow(real(folder), prefix))) return tool
  throw new Problem(
    {
      en: `The compiler ${tool.path} lies beside your own files: every submission could read ${prefix}.`,
      zh: `编译器 ${tool.path} 与你自己的文件放在一起：任何提交都能读到 ${prefix}。`,
    },
    {
      remedy: {
        en: 'Set CXX to the compiler itself, such as /usr/bin/g++.',
        zh: '请把 CXX 设为编译器本身的路径，例如 /usr/bin/g++。',
      },
    },
  )
}

function ownFolders(): readonly string[] {
  const home = homeFolder()
  const account = accountFolder()
  const named = ['ANNEAL_HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME'].map((name) => process.env[name])
  const usual = ['.local/share', '.config', '.cache', '.ssh'].map((name) => join(home, name))
  return [home, account, ...usual, ...named].flatMap((folder) => folder || [])
}

/** Or the same. */
function isBelow(folder: string, above: string): boolean {
  const way = relative(above, folder)
  return way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('/'))
}

function real(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return folder
  }
}
