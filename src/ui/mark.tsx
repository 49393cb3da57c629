import { SPARK, WORD } from './wordmark.ts';

const POINTS =
  'M24 2.4L29.17 15.88L43.59 16.63L32.37 25.72L36.11 39.67L24 31.8L11.89 39.67L15.63 25.72L4.41 16.63L18.83 15.88Z';
const SPOKES =
  'M24 23V2.4M24 23L29.2 15.9M24 23L43.6 16.6M24 23L32.4 25.7M24 23L36.1 39.7M24 23V31.8M24 23L11.9 39.7M24 23L15.6 25.7M24 23L4.4 16.6M24 23L18.8 15.9';

/** The star lantern: the sign of the product. Decoration; the words beside it carry the name. */
export function Lantern() {
  return (
    <svg class="lamp" viewBox="0 0 48 54" aria-hidden="true">
      <path class="st" stroke-width="1.6" d={POINTS} />
      <path class="sp" stroke-width="1" d={SPOKES} />
      <circle class="fr" cx="24" cy="23" r="21.2" stroke-width="2.6" />
      <path class="fr" stroke-width="2" d="M19.5 45v6M24 45.5v7M28.5 45v6" />
    </svg>
  );
}

/** The written name, drawn; the accent is the lantern's spark. What holds it says the name. */
export function Wordmark() {
  return (
    <svg class="word" viewBox="0 -30 4640 1080" aria-hidden="true">
      <path d={WORD} />
      <path class="acc" d={SPARK} />
    </svg>
  );
}

/** Lantern and name as a link to the start page. */
export function Mark({ href = '/' }: { href?: string }) {
  return (
    <a class="mark" href={href} aria-label="Sao Làng">
      <Lantern />
      <Wordmark />
    </a>
  );
}
