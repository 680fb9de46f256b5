import type { Text } from '../../core/locale.ts'
import { type KnownTrouble, Problem } from '../../core/problem.ts'
import { codeOf } from '../../core/system-error.ts'

/** The Problem where a hub cannot listen at an address; any other error as it is. */
export function listenTrouble(error: unknown, host: string, port: number): unknown {
  const known = TROUBLES[codeOf(error) ?? '']
  if (known === undefined) return error
  const { is, remedy } = known
  const at = `${host}:${port}`
  return new Problem(
    { en: `The hub cannot listen at ${at}: ${is.en}.`, zh: `hub 无法监听 ${at}：${is.zh}。` },
    { remedy, cause: error },
  )
}

const OTHER_HOST: Text = {
  en: 'Give an address of this machine with --host: 127.0.0.1, or 0.0.0.0 for all.',
  zh: '请用 --host 给出本机的地址：127.0.0.1，或表示全部地址的 0.0.0.0。',
}

const TROUBLES: { readonly [code: string]: KnownTrouble } = {
  EADDRINUSE: {
    is: { en: 'another program does', zh: '端口已被占用' },
    remedy: {
      en: 'End that one, or choose another port with --port (0: any that is free).',
      zh: '请结束那个程序，或用 --port 另选端口（0 表示任选一个空闲端口）。',
    },
  },
  EACCES: {
    is: { en: 'the system does not allow it', zh: '系统不允许' },
    remedy: { en: 'Choose a port of 1024 or above with --port.', zh: '请用 --port 选择 1024 及以上的端口。' },
  },
  EADDRNOTAVAIL: {
    is: { en: 'this machine does not have that address', zh: '本机没有这个地址' },
    remedy: OTHER_HOST,
  },
  ENOTFOUND: { is: { en: 'nothing is known by that name', zh: '无法解析这个名称' }, remedy: OTHER_HOST },
  EAI_AGAIN: { is: { en: 'nothing is known by that name', zh: '无法解析这个名称' }, remedy: OTHER_HOST },
}
