import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * The built program; of what the machine is set to, its language alone reaches it. `CXX` names no compiler but where
 * `set` says so.
 * @param timeout in milliseconds: what hangs has no status then
 */
export function runAnneal(
  folder: string,
  home: string,
  lang: string,
  args: readonly string[],
  set: NodeJS.ProcessEnv = {},
  timeout?: number,
) {
  const { LC_ALL, LC_MESSAGES, ANNEAL_DEBUG, ...env } = process.env
  const { stdout, stderr, status } = spawnSync(process.execPath, [resolve('bin/anneal'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout,
    env: { ...env, ANNEAL_HOME: home, LANG: lang, CXX: '/nowhere/g++', ...set },
  })
  return { stdout, stderr, status }
}
