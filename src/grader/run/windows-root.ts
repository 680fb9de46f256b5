/** Windows starts no process without it. */
export function windowsRoot(): { readonly [name: string]: string } {
  const root = process.env['SYSTEMROOT']
  return process.platform === 'win32' && root !== undefined ? { SYSTEMROOT: root } : {}
}
