import type { Messages } from './messages.ts'

export const ZH_DOCTOR: Messages['doctor'] = {
  labels: {
    database: '数据库',
    decks: '你的卡组',
    workspace: '工作目录',
    log: '日志',
    damaged: '损坏',
    states: '状态',
    deck: '卡组',
    isolation: '隔离',
  },
  program: (version, node) => `${version}，Node ${node}`,
  events: (number) => `${number} 条记录`,
  drifted: (states) => `${states} 项与日志不符，请运行 \`anneal doctor --fix\``,
  rebuilt: '已按日志重建',
  sound: '与日志一致',
  missing: (problem) => `不可用：${problem}`,
  isolation: (layer, memoryMb, cpuTime) => `${layer}；内存上限 ${memoryMb} MB；CPU 时间取自${cpuTime}`,
  layers: {
    bubblewrap: 'bubblewrap 沙箱',
    namespaces: 'Linux 命名空间（没有可用的 bubblewrap，见 docs/security.md）',
    none: '没有外层隔离：bubblewrap 和 unshare 在本机都不可用（见 docs/security.md）',
  },
  cpuTime: { system: '系统', child: '提交自身的进程' },
  denied: (dangers) => `已禁止：${dangers.join('、') || '无'}`,
  open: (dangers) => `；未禁止：${dangers.join('、')}`,
  dangers: {
    'write files': '写文件',
    'read files': '读文件',
    network: '网络',
    'start programs': '启动程序',
    signals: '发送信号',
  },
}
