import type { Text } from '../../core/locale.ts'
import { Problem } from '../../core/problem.ts'

/**
 * The address of a hub as it is kept; undefined for what is none, such as a folder.
 * @throws Problem for one that no token may be sent to
 */
export function hubAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined
  if (!URL.canParse(text)) throw badAddress(text)
  const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(text)
  if (username + password + search + hash !== '') throw badAddress(text)
  if (protocol === 'http:' && !isLoopback(hostname)) throw notEncrypted(text)
  return `${origin}${pathname.replace(/\/+$/, '')}`
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

const BY_HTTPS: Text = {
  en: 'Write it as https://HOST or https://HOST:PORT.',
  zh: '请写成 https://HOST 或 https://HOST:PORT。',
}

function badAddress(text: string): Problem {
  return new Problem(
    { en: `${text} is not an address of a hub.`, zh: `${text} 不是 hub 的地址。` },
    { remedy: BY_HTTPS },
  )
}

function notEncrypted(text: string): Problem {
  return new Problem(
    {
      en: `${text} is not encrypted: others on the way could read your token and your answers.`,
      zh: `${text} 没有加密，途中的他人可能读到你的令牌和作答。`,
    },
    { remedy: BY_HTTPS },
  )
}
