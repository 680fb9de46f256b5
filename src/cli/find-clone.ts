import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Problem } from '../core/problem.ts'

/** The clone of Anneal's repository that was built into `builtIn`. @throws Problem in an installed Anneal, which has no sources */
export function findClone(builtIn: string): string {
  const root = dirname(builtIn)
  if (existsSync(join(root, 'src')) && existsSync(join(root, 'graders'))) return root
  throw new Problem(
    {
      en: 'The sources of exercises and graders are not part of an installed Anneal.',
      zh: '安装的 Anneal 不含练习和判题器的源文件。',
    },
    {
      remedy: {
        en: 'Work in a clone of its repository: `npm run verify`, `npm start -- new exercise ID`.',
        zh: '请在克隆的仓库中操作：`npm run verify`、`npm start -- new exercise ID`。',
      },
    },
  )
}
