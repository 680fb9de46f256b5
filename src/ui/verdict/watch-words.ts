import type { Text } from '../../core/locale.ts'

/** What is said of a file that is graded at every save, on the screen and without one. */
export function watchingText(path: string): Text {
  return { en: `Each save of ${path} is graded.`, zh: `每次保存 ${path} 都会判题。` }
}

export const WAITING_FOR_SAVE: Text = {
  en: 'Waiting for a first save: the file is still the starter.',
  zh: '文件仍是模板，等待第一次保存。',
}
