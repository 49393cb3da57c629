/** Address of each built file; handed in by the platform, which reads build/assets/manifest.json. */
let manifest: Readonly<Record<string, string>> = {};

/** Hands the kit the manifest of the last build: our name ('theme.css', 'prints/tea.svg') → address. */
export function setAssets(built: Readonly<Record<string, string>>): void {
  manifest = built;
}

/** Address of a built file. Without a manifest (unit tests) the plain name below /assets/. */
export function asset(name: string): string {
  return manifest[name] ?? `/assets/${name}`;
}
