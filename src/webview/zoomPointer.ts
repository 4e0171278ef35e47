/** Zooms with the wheel, and moves a picture that is larger than its place with the pointer. */

/** @param zoomAt gets how much larger, and where the pointer is */
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

/** What is held with the pointer comes along; a click stays a click. */
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
      // A click is not a drag: links in the picture stay links.
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
