import type { ComponentChildren } from 'preact';

export interface PrintSheetProps {
  /** Office that speaks: "UBND xã Nam Dương". */
  office?: string | undefined;
  title: string;
  sub?: ComponentChildren;
  /** "In lúc 14:05 ngày 21/11/2026 từ Sao Làng". */
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** A page for the printer: white, ink, no shell. Official papers follow Decree 30/2020 and are made as PDF instead. */
export function PrintSheet({ office, title, sub, foot, children }: PrintSheetProps) {
  return (
    <article class="printsheet stack-5">
      <header>
        {office && <p class="sm">{office}</p>}
        <h1>{title}</h1>
        {sub && <p>{sub}</p>}
      </header>
      {children}
      {foot && <footer class="sm">{foot}</footer>}
    </article>
  );
}
