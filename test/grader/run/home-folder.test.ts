import { spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const MODULE = pathToFileURL(resolve('src/grader/run/home-folder.ts')).href

function homeWhere(HOME: string): string {
  const source = `import { homeFolder } from '${MODULE}'; process.stdout.write(homeFolder())`
  const args = ['--input-type=module', '-e', source]
  return spawnSync(process.execPath, args, { env: { HOME }, encoding: 'utf8' }).stdout
}

test('a home that is empty or relative is that of the account, wherever the program is run', () => {
  expect(homeWhere('/some/where')).toBe('/some/where')
  expect(homeWhere('')).toBe(userInfo().homedir)
  expect(homeWhere('home')).toBe(userInfo().homedir)
})
