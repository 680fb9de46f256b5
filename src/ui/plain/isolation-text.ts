import type { Examination } from '../../app/examine.ts'
import { joinTexts, type Text, verbatim } from '../../core/locale.ts'
import { join } from '../words/punctuation.ts'

type Layers = Examination['isolation']
type OfLanguage = Layers['languages'][number]

/** What stands between all submissions and this machine. */
export function isolationText({ layer, memoryMb, cpuTime }: Layers): Text {
  const [from, source] = [LAYERS[layer], CPU_TIME[cpuTime]]
  return {
    en: `${from.en}; at most ${memoryMb} MB of memory; CPU time is read from ${source.en}`,
    zh: `${from.zh}；内存上限 ${memoryMb} MB；CPU 时间取自${source.zh}`,
  }
}

/** What a submission in a language cannot do here, and what it can. */
export function languageText({ language, denied, open }: OfLanguage): Text {
  const shut = join({ en: 'denied: ', zh: '已禁止：' }, denied.length > 0 ? listOf(denied) : NOTHING)
  const rest = open.length > 0 ? [{ en: '; not denied: ', zh: '；未禁止：' }, listOf(open)] : []
  return join(verbatim(`${language.padEnd(4)} `), shut, ...rest)
}

export function brokenText({ language, problem }: Layers['broken'][number]): Text {
  return join(verbatim(`${language.padEnd(4)} `), problem.texts.message)
}

const LAYERS: { readonly [L in Layers['layer']]: Text } = {
  bubblewrap: { en: 'bubblewrap', zh: 'bubblewrap 沙箱' },
  namespaces: {
    en: 'namespaces of Linux (no bubblewrap that works: docs/security.md)',
    zh: 'Linux 命名空间（没有可用的 bubblewrap，见 docs/security.md）',
  },
  none: {
    en: 'no outer layer: neither bubblewrap nor unshare works here (docs/security.md)',
    zh: '没有外层隔离：bubblewrap 和 unshare 在本机都不可用（见 docs/security.md）',
  },
}

const CPU_TIME: { readonly [S in Layers['cpuTime']]: Text } = {
  system: { en: 'the system', zh: '系统' },
  child: { en: 'the submission’s own process', zh: '提交自身的进程' },
}

const DANGER_NAMES: { readonly [D in OfLanguage['open'][number]]: Text } = {
  'write files': { en: 'write files', zh: '写文件' },
  'read files': { en: 'read files', zh: '读文件' },
  network: { en: 'network', zh: '网络' },
  'start programs': { en: 'start programs', zh: '启动程序' },
  signals: { en: 'signals', zh: '发送信号' },
}

function listOf(dangers: OfLanguage['open']): Text {
  return joinTexts(
    dangers.map((danger) => DANGER_NAMES[danger]),
    { en: ', ', zh: '、' },
  )
}

const NOTHING: Text = { en: 'nothing', zh: '无' }
