/** The way from a folder to a file, as a link in a file of that folder says it. @param folder with `/`, as is `path` */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean)
  const to = path.split('/').filter(Boolean)
  const differs = to.findIndex((part, index) => part !== from[index])
  const shared = differs < 0 ? to.length : Math.min(differs, from.length)
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/** What a file says relative to another one, relative to where that one is seen from. */
export function besides(path: string, target: string): string {
  const parts = path.includes('/') ? path.slice(0, path.lastIndexOf('/')).split('/') : []
  for (const part of target.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
