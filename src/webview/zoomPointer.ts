/** Zooms with the wheel, and scrolls a picture larger than the stage by dragging. */

/** @param zoomAt called with the zoom factor and the pointer's position */
export function zoomWithWheel(host: HTMLElement, zoomAt: (factor: number, x: number, y: number) => void): void {
  host.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoomAt(Math.exp(-event.deltaY / 300), event.clientX, event.clientY)
    },
    { passive: false },
  )
}

/** Scrolls with the pointer while it drags; a click stays a click. */
export function dragToScroll(host: HTMLElement): void {
  let last: { x: number; y: number } | undefined
  const end = () => {
    last = undefined
    host.removeAttribute('data-dragging')
  }
  host.addEventListener('pointerdown', (event) => {
    const isLarger = host.scrollWidth > host.clientWidth || host.scrollHeight > host.clientHeight
    if (event.button === 0 && event.pointerType === 'mouse' && isLarger) last = { x: event.clientX, y: event.clientY }
  })
  host.addEventListener('pointermove', (event) => {
    if (!last) return
    const moved = { x: event.clientX - last.x, y: event.clientY - last.y }
    if (!host.hasAttribute('data-dragging')) {
      // Ignore small movements, so that a click on a link still counts as a click.
      if (Math.abs(moved.x) + Math.abs(moved.y) < 4) return
      host.setPointerCapture(event.pointerId)
      host.setAttribute('data-dragging', '')
    }
    host.scrollBy(-moved.x, -moved.y)
    last = { x: event.clientX, y: event.clientY }
  })
  host.addEventListener('pointerup', end)
  host.addEventListener('pointercancel', end)
}
