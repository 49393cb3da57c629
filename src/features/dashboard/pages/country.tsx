import { CountryMap, Legend, tintClasses } from '#features/maps';

export interface CountryPlace {
  readonly code: string | null;
  readonly name: string;
  readonly value: number;
  /** The list behind the number. */
  readonly href: string | null;
}

/** Numbers by province on the map of the country; provinces that are no more have no outline and stand beside it only. */
export function Country({ places, title }: { places: readonly CountryPlace[]; title: string }) {
  const counts = places.map(({ code, name, value }) => ({ unit: code, code, name, chosen: value, total: value }));
  const classes = tintClasses(places.map(({ value }) => value));
  return (
    <div class="stack-4">
      <CountryMap
        places={counts}
        classes={classes}
        title={title}
        hrefOf={({ code }) => places.find((place) => place.code === code && place.value > 0)?.href ?? null}
        lang="vi"
      />
      <Legend classes={classes} lang="vi" />
    </div>
  );
}
