/** CPU time of this thread that work may take which is done in one go, however often it is interrupted by other work. */
export function createAllowance(limitMs: number) {
  let leftUs = limitMs * 1000
  return {
    during<T>(work: (isOpen: () => boolean) => T): T {
      const began = process.threadCpuUsage()
      const usedUs = () => {
        const { user, system } = process.threadCpuUsage(began)
        return user + system
      }
      const result = work(() => usedUs() < leftUs)
      leftUs -= usedUs()
      return result
    },
  }
}
