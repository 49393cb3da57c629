/**
 * A screen that follows the room: asks every few seconds whether anything has changed, and then takes the new part of its own
 * page. While somebody types in that part it waits; without it the page is loaded again by hand.
 */
interface FollowProps {
  /** Answers `{ stamp }`, or 304. */
  readonly url: string;
  readonly stamp: string;
  /** Selector of the part to take anew. */
  readonly part: string;
}

const PAUSE_MS = 3000;

/** `element` names what it follows in `data-props`. */
export function mount(element: HTMLElement): void {
  const { url, stamp, part } = JSON.parse(element.dataset.props ?? '{}') as FollowProps;
  let etag = '';
  const timer = setInterval(ask, PAUSE_MS);

  async function ask(): Promise<void> {
    if (!element.isConnected) return clearInterval(timer);
    if (document.hidden || isBusy(element)) return;
    try {
      const answer = await fetch(url, etag ? { headers: { 'if-none-match': etag } } : {});
      if (answer.status === 401 || answer.status === 404) return clearInterval(timer);
      if (!answer.ok) return;
      const told = (await answer.json()) as { stamp: string };
      if (told.stamp === stamp) etag = answer.headers.get('etag') ?? '';
      else await takeAnew();
    } catch {
      // No network: the next question comes by itself.
    }
  }

  async function takeAnew(): Promise<void> {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok || isBusy(element)) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector(part);
    const old = document.querySelector(part);
    if (!fresh || !old) return;
    clearInterval(timer);
    old.replaceWith(document.importNode(fresh, true));
    document.dispatchEvent(new Event('saolang:swapped'));
  }
}

/** Somebody types in a form of this part, or its form is on its way. */
function isBusy(element: HTMLElement): boolean {
  const form = document.activeElement?.closest('form');
  return (
    (form !== null && form !== undefined && element.contains(form)) || element.querySelector('form[data-sent]') !== null
  );
}
