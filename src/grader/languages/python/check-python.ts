import { Problem } from '../../../core/problem.ts'
import { askPython } from './find-python.ts'

const OLDEST = 9

/** @throws Problem unless the path is a Python that is new enough */
export async function checkPython(path: string): Promise<void> {
  const version = await askPython({ path }).then(
    (found) => found.version,
    () => undefined,
  )
  const [major, minor] = (version ?? '').split('.').map(Number)
  if (major === 3 && minor !== undefined && minor >= OLDEST) return
  throw new Problem(
    version === undefined
      ? { en: `${path} does not run as a Python.`, zh: `${path} 不能作为 Python 运行。` }
      : { en: `${path} is Python ${version}.`, zh: `${path} 是 Python ${version}。` },
    {
      remedy: {
        en: `Name a Python 3.${OLDEST} or later, or an empty text for none.`,
        zh: `请指定 Python 3.${OLDEST} 或更高版本，或空文本（表示不指定）。`,
      },
    },
  )
}
