import { Plane, planeOf, printOfSet } from './product-print.tsx';
import { StarRow } from './stars.tsx';
import { StatusTag } from './status.tsx';

export interface ProductCardProps {
  href: string;
  /** Chooses the colour of the plane, for good. */
  id: string;
  /** Number of the product set of 26-2026 (1–26), if known. */
  set?: number | null | undefined;
  name: string;
  producer?: string | undefined;
  place?: string | undefined;
  stars?: number | null | undefined;
  /** 'certificate.inForce' … */
  status?: string | undefined;
  photo?: string | undefined;
  lang?: 'vi' | 'en' | undefined;
  statusWords?: string | undefined;
}

/** A product in a list: print or photo, name, producer, place of today, stars, tag. The whole card is one link. */
export function ProductCard(props: ProductCardProps) {
  return (
    <article class="card">
      <Plane print={printOfSet(props.set)} color={planeOf(props.id)} photo={props.photo} />
      <div>
        <h3>
          <a href={props.href}>{props.name}</a>
        </h3>
        {props.producer && <p class="who">{props.producer}</p>}
        {props.place && <p class="who mut">{props.place}</p>}
        <div class="meta">
          {props.stars ? <StarRow stars={props.stars} lang={props.lang} /> : null}
          {props.status && <StatusTag status={props.status} words={props.statusWords} />}
        </div>
      </div>
    </article>
  );
}
