import type { Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'
import type { Invited } from '../../hub/people/invite.ts'
import { peopleFields } from '../../output/json/hub-people-json.ts'
import { findLocale } from '../find-locale.ts'
import { print, printJson, tell } from '../print.ts'
import { inOffice } from './in-office.ts'
import { peopleText } from './people-text.ts'

interface OneFlags {
  readonly course?: string
  readonly json?: boolean
}

export async function inviteTo(
  name: string,
  flags: OneFlags & { readonly teacher?: boolean },
): Promise<void> {
  const { teacher = false, course = 'course' } = flags
  const role = teacher ? 'teacher' : 'learner'
  tellToken(await inOffice(({ invite }) => invite({ name, course, role })), flags)
}

export async function renewTokenOf(name: string, flags: OneFlags): Promise<void> {
  tellToken(await inOffice(({ renewToken }) => renewToken({ name, ...chosen(flags) })), flags)
}

export async function printPeople({ json }: OneFlags): Promise<void> {
  const people = await inOffice((office) => office.people())
  if (json) printJson(peopleFields(people))
  else print(peopleText(people, Date.now())[findLocale()])
}

export async function removeFrom(name: string, flags: OneFlags & { readonly yes?: boolean }): Promise<void> {
  if (!flags.yes) throw deletesAll(name)
  const removed = await inOffice(({ remove }) => remove({ name, ...chosen(flags) }))
  if (flags.json) printJson(removed)
  else print(removedText(removed)[findLocale()])
}

function chosen({ course }: OneFlags): { readonly course?: string } {
  return course === undefined ? {} : { course }
}

/** The token alone on stdout, for scripts; to the person what it is for. */
function tellToken(invited: Invited, { json }: OneFlags): void {
  if (json) printJson(invited)
  else {
    tell(tokenText(invited)[findLocale()])
    print(invited.token)
  }
}

function tokenText({ name, course, role }: Invited): Text {
  return {
    en: `The token of ${name} (${role}, ${course}). It is shown this once; with it they run \`anneal sync https://YOUR-HUB\`.`,
    zh: `${name} 的令牌（${role === 'teacher' ? '教师' : '学员'}，${course}）。只显示这一次；对方用它运行 \`anneal sync https://YOUR-HUB\`。`,
  }
}

function deletesAll(name: string): Problem {
  return new Problem(
    {
      en: `This deletes all that the hub has of "${name}", for good.`,
      zh: `这会永久删除 hub 中“${name}”的全部数据。`,
    },
    { remedy: { en: 'Say so with --yes.', zh: '确定请加上 --yes。' } },
  )
}

function removedText({ name, course }: { readonly name: string; readonly course: string }): Text {
  return {
    en: `Removed ${name} from ${course}, with all that was here of them. Their own machines keep what is there.`,
    zh: `已将 ${name} 移出 ${course}，并删除其在 hub 中的全部数据。其本人机器上的数据不受影响。`,
  }
}
