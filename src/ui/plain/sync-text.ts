import type { Deps } from '../../app/deps.ts'
import type { SharedFolder } from '../../app/sync/shared-folder.ts'
import type { Synced } from '../../app/sync/sync-now.ts'
import { count, type Text, verbatim } from '../../core/locale.ts'
import { paragraph } from '../text/paragraph.ts'
import { faultText, namedList, REFUSED, refusalText } from './named-list.ts'
import { plainAround, plainText } from './plain-text.ts'

/** What came, what went, and what the learner should look at. */
export function syncedText(deps: Deps, folder: SharedFolder, synced: Synced, dryRun: boolean): string {
  const around = plainAround(deps)
  const { files, taken } = synced
  const list = (title: Text, items: readonly Text[]) => namedList(around, title, items)
  return plainText([
    ...paragraph(around, dryRun ? wouldSync(folder) : didSync(folder)),
    ...paragraph(around, entriesText(synced)),
    ...list(TAKEN, files.taken.map(verbatim)),
    ...list(REMOVED, files.removed.map(verbatim)),
    ...(files.sent > 0 ? paragraph(around, sentText(files.sent)) : []),
    ...list(CONFLICTS, files.conflicts.map(faultText)),
    ...list(HELD_BACK, files.heldBack.map(verbatim)),
    ...list(REFUSED, taken.refusals.map(refusalText)),
    ...list(FAULTS, [...synced.faults, ...files.faults].map(faultText)),
    ...(synced.renamed ? paragraph(around, RENAMED) : []),
  ])
}

function didSync({ path, isEncrypted }: SharedFolder): Text {
  return isEncrypted
    ? { en: `Synchronised with ${path} (encrypted).`, zh: `已与 ${path} 同步（已加密）。` }
    : { en: `Synchronised with ${path}.`, zh: `已与 ${path} 同步。` }
}

function wouldSync({ path }: SharedFolder): Text {
  return {
    en: `With ${path} this would happen; nothing was changed.`,
    zh: `与 ${path} 同步将会如下；没有作任何改动。`,
  }
}

function entriesText({ taken, written, devices }: Synced): Text {
  return {
    en: `${count(taken.added, 'entry', 'entries')} taken, ${written} written; ${count(devices, 'device')} there before.`,
    zh: `读入 ${taken.added} 条记录，写出 ${written} 条；此前文件夹中有 ${devices} 台设备。`,
  }
}

function sentText(sent: number): Text {
  return {
    en: `${count(sent, 'file')} of yours written for the others.`,
    zh: `为其他机器写出 ${sent} 个文件。`,
  }
}

const TAKEN: Text = { en: 'Files taken:', zh: '已接收的文件：' }
const REMOVED: Text = {
  en: 'Deleted on another machine, and moved to .removed here:',
  zh: '在其他机器上已删除，本机移到 .removed：',
}
const CONFLICTS: Text = {
  en: 'Changed on two machines. Bring what you want to keep into the file and delete the other version:',
  zh: '在两台机器上都有改动。请把要保留的内容并入文件，再删除另一个版本：',
}
const HELD_BACK: Text = {
  en: 'Graders are programs that run on this machine, and the folder is not encrypted; with --graders they are taken:',
  zh: '判题器是会在本机运行的程序，而文件夹没有加密；加上 --graders 才会接收：',
}
const FAULTS: Text = { en: 'Left alone:', zh: '未作处理：' }
const RENAMED: Text = {
  en: 'Another machine goes by the name that this one had (a copied or restored folder); this one has a new name now. Nothing is lost.',
  zh: '另一台机器与本机用了同一个设备名（数据文件夹被复制或恢复过）；本机已改用新名。没有任何丢失。',
}
