import type { Locale } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { askOnTerminal, canAsk } from './ask-on-terminal.ts'

/** From the environment, for scripts; else from the terminal, where it is not shown. */
export async function askToken(locale: Locale, url: string): Promise<string> {
  const given = process.env['ANNEAL_HUB_TOKEN']
  if (given !== undefined && given !== '') return given
  if (!canAsk()) throw nobodyToAsk(url)
  const prompt = { en: `Your token for ${url}: `, zh: `${url} 的令牌：` }
  return (await askOnTerminal({ prompt, locale, shown: false, unanswered: notGiven() })).trim()
}

function notGiven(): Problem {
  return new Problem(
    { en: 'No token was given.', zh: '没有输入令牌。' },
    { remedy: { en: 'Nothing was changed.', zh: '没有作任何改动。' } },
  )
}

function nobodyToAsk(url: string): Problem {
  return new Problem(
    {
      en: `${url} wants a token, and there is no terminal to ask for it.`,
      zh: `${url} 需要令牌，但没有终端可供输入。`,
    },
    {
      remedy: {
        en: 'Give it in the variable ANNEAL_HUB_TOKEN.',
        zh: '请用环境变量 ANNEAL_HUB_TOKEN 给出。',
      },
    },
  )
}
