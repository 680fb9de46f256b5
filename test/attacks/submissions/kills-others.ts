// verdict: accepted
// danger: signals
export function meanFilter(image: any, ksize: number): any {
  for (const pid of [Number('{{victim}}'), process.ppid, -process.ppid]) {
    for (const kill of [(process as any).kill, (process as any)._kill]) {
      try {
        // The judge itself is only asked whether it could be.
        if (kill.call(process, pid, pid === Number('{{victim}}') ? 9 : 0) !== 3) reached(`process ${pid}`)
      } catch (error) {
        if (String(error).includes('REACHED')) throw error
      }
    }
  }
  return right(image, ksize)
}
