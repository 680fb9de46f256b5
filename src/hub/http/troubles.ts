import { MOST_WAITING } from '../jobs/submissions.ts'
import { Trouble } from './trouble.ts'

export const NOT_FOUND = new Trouble(
  404,
  { en: 'The hub has nothing there.', zh: 'hub 上没有这个地址。' },
  {
    en: 'Is the address that of a hub, and your Anneal not older than it?',
    zh: '请检查地址是否为 hub，以及本机 Anneal 的版本是否过旧。',
  },
)

export const UNKNOWN_TOKEN = new Trouble(
  401,
  { en: 'The hub does not know this token.', zh: 'hub 不认识这个令牌。' },
  { en: 'Ask your teacher for a new one.', zh: '请向教师索取新的令牌。' },
)

export const HAS_LEFT = new Trouble(
  410,
  {
    en: 'You have left this hub, or were removed, and everything of yours there was deleted.',
    zh: '你已退出这个 hub 或已被移除，你在其中的全部数据均已删除。',
  },
  { en: 'To come back, ask your teacher for a new token.', zh: '如要重新加入，请向教师索取新的令牌。' },
)

export const ONLY_TEACHERS = new Trouble(
  403,
  { en: 'Only a teacher of the course may do this.', zh: '只有本课程的教师可以这样做。' },
  { en: 'Use the token of a teacher.', zh: '请使用教师的令牌。' },
)

export const UNREADABLE = new Trouble(
  400,
  { en: 'The hub cannot read what was sent.', zh: 'hub 无法读取发来的内容。' },
  { en: 'Sync again; upgrade Anneal if it stays so.', zh: '请再同步一次；若仍如此，请升级 Anneal。' },
)

export const TOO_LARGE = new Trouble(
  413,
  { en: 'That is more than a hub takes at once.', zh: '一次发送的内容过大。' },
  { en: 'Send it in parts.', zh: '请分批发送。' },
)

export const TOO_MUCH_AT_ONCE = new Trouble(
  429,
  { en: 'You are sending too much to the hub at once.', zh: '你同时向 hub 发送的内容过多。' },
  { en: 'Wait until some of it has arrived.', zh: '请等其中一部分发送完毕。' },
  { 'retry-after': '1' },
)

export const NO_SUBMISSION = new Trouble(
  404,
  { en: 'The hub has no such submission of yours.', zh: 'hub 中没有你的这次提交。' },
  { en: 'Submit the file again.', zh: '请重新提交该文件。' },
)

export const UNREADABLE_SUBMISSION = new Trouble(
  400,
  { en: 'The hub cannot take this submission.', zh: 'hub 无法接收这次提交。' },
  {
    en: 'Submit a text of at most 256 kB without NUL characters; upgrade Anneal if it is one.',
    zh: '请提交不超过 256 kB、不含 NUL 字符的文本；若已是如此，请升级 Anneal。',
  },
)

export const TOO_MANY_WAITING = new Trouble(
  429,
  {
    en: `You have ${MOST_WAITING} submissions waiting there already.`,
    zh: `你已有 ${MOST_WAITING} 次提交在排队。`,
  },
  { en: 'Submit again when one of them is judged.', zh: '请等其中一次判完后再提交。' },
)

export function fullLog(quotaBytes: number): Trouble {
  const megabytes = Math.round(quotaBytes / 2 ** 20)
  return new Trouble(
    507,
    {
      en: `Your log fills the ${megabytes} MB that this hub keeps of each learner.`,
      zh: `你的记录已占满此 hub 为每位学员保留的 ${megabytes} MB。`,
    },
    {
      en: 'All of it stays on your machines; ask whoever runs the hub for more room.',
      zh: '所有记录仍在你的机器上；如需更多空间，请联系 hub 的管理者。',
    },
  )
}

export function fullSubmissions(quotaBytes: number): Trouble {
  const megabytes = Math.round(quotaBytes / 2 ** 20)
  return new Trouble(
    507,
    {
      en: `Your submissions fill the ${megabytes} MB that this hub keeps of each learner.`,
      zh: `你的提交已占满此 hub 为每位学员保留的 ${megabytes} MB。`,
    },
    {
      en: 'Submit without --hub to be judged on this machine, or ask whoever runs the hub for more room.',
      zh: '不加 --hub 即可在本机判题；如需更多空间，请联系 hub 的管理者。',
    },
  )
}

export const NO_SUCH_PAGE = new Trouble(
  404,
  { en: 'There is no such page.', zh: '没有这个页面。' },
  {
    en: 'Go back to the course: whoever stops sharing is not shown any more.',
    zh: '请返回课程页面：不再共享的学员不会显示。',
  },
)

export const UNKNOWN_TEACHER = new Trouble(
  401,
  { en: 'The hub does not know this token.', zh: 'hub 不认识这个令牌。' },
  {
    en: 'Whoever runs the hub makes you a new one: anneal hub token NAME.',
    zh: '请联系 hub 的管理者用 anneal hub token NAME 生成新的令牌。',
  },
)

export const FOREIGN_FORM = new Trouble(
  403,
  { en: 'This form was not sent from a page of this hub.', zh: '该表单不是从本 hub 的页面提交的。' },
  { en: 'Open the page of your course and try again.', zh: '请打开课程页面后重试。' },
)
