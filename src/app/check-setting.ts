import { dayOfDate, studyDayOf } from '../core/day.ts'
import { Problem } from '../core/problem.ts'
import type { SettingKey } from '../core/settings.ts'
import { allLanguages } from '../grader/languages/all-languages.ts'
import { absoluteIn, type Deps } from './deps.ts'
import { checkWorkspace } from './write-workspace.ts'

/** What only this moment and this machine can say of a setting that is about to be made. @throws Problem */
export async function checkSetting(deps: Deps, key: SettingKey, text: string): Promise<void> {
  if (key === 'interview') refusePast(deps, text)
  if (key === 'workspace') checkWorkspace(absoluteIn(deps, text))
  if (text === '') return
  const named = allLanguages().find(({ setting }) => setting?.key === key)
  await named?.setting?.check(absoluteIn(deps, text))
}

function refusePast({ now }: Deps, date: string): void {
  const day = dayOfDate(date)
  if (day === undefined || day >= studyDayOf(now())) return
  throw new Problem(
    { en: `${date} is past.`, zh: `${date} 已经过去。` },
    {
      remedy: {
        en: 'Give the date of an interview that is still to come, or an empty text for none.',
        zh: '请给出尚未到来的面试日期，或空文本（表示没有）。',
      },
    },
  )
}
