import type { Locale, Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { askOnTerminal, canAsk } from './ask-on-terminal.ts'

const SHORTEST = 8

/**
 * From the environment, for scripts; else from the terminal, where it is not shown, and twice where it is a
 * new one.
 */
export async function askPassphrase(locale: Locale, isNew: boolean): Promise<string> {
  const given = process.env['ANNEAL_SYNC_PASSPHRASE']
  if (given !== undefined && given !== '') return checked(given, isNew)
  if (!canAsk()) throw nobodyToAsk()
  const first = checked(await ask(isNew ? NEW : KNOWN, locale), isNew)
  if (isNew && (await ask(AGAIN, locale)) !== first) throw different()
  return first
}

function checked(passphrase: string, isNew: boolean): string {
  if (!isNew || passphrase.length >= SHORTEST) return passphrase
  throw new Problem(
    {
      en: `A passphrase has at least ${SHORTEST} characters.`,
      zh: `口令至少要有 ${SHORTEST} 个字符。`,
    },
    { remedy: { en: 'Choose a longer one.', zh: '请换一个更长的。' } },
  )
}

function ask(prompt: Text, locale: Locale): Promise<string> {
  return askOnTerminal({ prompt, locale, shown: false, unanswered: notGiven() })
}

const KNOWN: Text = { en: 'Passphrase of the folder: ', zh: '文件夹口令：' }
const NEW: Text = { en: 'New passphrase for the folder: ', zh: '为文件夹设定新口令：' }
const AGAIN: Text = { en: 'The same again: ', zh: '再输入一次：' }

function notGiven(): Problem {
  return new Problem(
    { en: 'No passphrase was given.', zh: '没有输入口令。' },
    { remedy: { en: 'Nothing was changed.', zh: '没有作任何改动。' } },
  )
}

function different(): Problem {
  return new Problem(
    { en: 'The two are different.', zh: '两次输入不一致。' },
    { remedy: { en: 'Try again; nothing was changed.', zh: '请重试；没有作任何改动。' } },
  )
}

function nobodyToAsk(): Problem {
  return new Problem(
    {
      en: 'The folder has a passphrase, and there is no terminal to ask for it.',
      zh: '文件夹需要口令，但没有终端可供输入。',
    },
    {
      remedy: {
        en: 'Give it in the variable ANNEAL_SYNC_PASSPHRASE.',
        zh: '请用环境变量 ANNEAL_SYNC_PASSPHRASE 给出。',
      },
    },
  )
}
