/** Beside a field for coordinates: a button that asks the device where it is. Without it they are typed. */

/** Seconds to wait for the device; a phone under a roof needs some. */
const PATIENCE_MS = 20_000;

/** `element` is empty and names the field's id in `data-into`; its words stand in `data-props`. */
export function mount(element: HTMLElement): void {
  const field = document.getElementById(element.dataset.into ?? '');
  if (!(field instanceof HTMLInputElement) || !('geolocation' in navigator)) return;
  const words = JSON.parse(element.dataset.props ?? '{}') as { ask: string; asking: string; failed: string };
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn';
  button.textContent = words.ask;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  said.className = 'sm mut';
  button.addEventListener('click', () => {
    button.disabled = true;
    said.textContent = words.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        field.value = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        done('');
      },
      () => done(words.failed),
      { enableHighAccuracy: true, timeout: PATIENCE_MS },
    );
  });
  function done(sentence: string): void {
    button.disabled = false;
    said.textContent = sentence;
  }
  element.append(button, said);
}
