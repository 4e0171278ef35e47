/** The relative path from a folder to a file, for a link. @param folder with `/`, as is `path` */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean)
  const to = path.split('/').filter(Boolean)
  const differs = to.findIndex((part, index) => part !== from[index])
  const shared = differs < 0 ? to.length : Math.min(differs, from.length)
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/** Resolves a link target in a file against the file's own path; the result is relative to where `path` starts. */
export function besides(path: string, target: string): string {
  const parts = path.includes('/') ? path.slice(0, path.lastIndexOf('/')).split('/') : []
  for (const part of target.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
