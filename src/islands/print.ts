/** A button that prints the page; without the browser's help it is not there. */
export function mount(element: HTMLElement): void {
  element.hidden = false;
  element.addEventListener('click', () => window.print());
}
