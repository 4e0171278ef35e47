/** The way from a folder to a file, as a link in a file of that folder says it. @param folder with `/`, as is `path` */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean)
  const to = path.split('/').filter(Boolean)
  const differs = to.findIndex((part, index) => part !== from[index])
  const shared = differs < 0 ? to.length : Math.min(differs, from.length)
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}
