/** The relative path from a folder to a file, for a link. @param folder with `/`, as is `path` */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter(Boolean)
  const to = path.split('/').filter(Boolean)
  const differs = to.findIndex((part, index) => part !== from[index])
  const shared = differs < 0 ? to.length : Math.min(differs, from.length)
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/**
 * The file that a link in another file refers to, relative to where the path of that file starts, as is a link with a
 * leading `/`. May lead out of there.
 *
 * @param path of the file that contains the link, with `/`
 * @param target a URL without scheme and fragment
 */
export function resolveFrom(path: string, target: string): string {
  const folder = target.startsWith('/') ? '' : path.slice(0, Math.max(0, path.lastIndexOf('/')))
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of decoded(target).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
