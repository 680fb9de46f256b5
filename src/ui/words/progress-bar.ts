const CELLS = 24

/** `████████░░░░ 66 %` */
export function progressBar(share: number): string {
  const full = Math.round(share * CELLS)
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${Math.floor(share * 100)}%`
}
