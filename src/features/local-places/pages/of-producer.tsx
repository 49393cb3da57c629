import { Button } from '#ui';
import type { PlaceOfProducer } from '../queries.ts';
import { kindWords } from '../schema.ts';
import { localPlacePaths } from '../urls.ts';

/** Villages and areas on a producer's record; whoever keeps them is led to each. */
export function PlacesSection({ places, keeps }: { places: readonly PlaceOfProducer[]; keeps: boolean }) {
  return (
    <section class="stack" aria-labelledby="lang-nghe">
      <div class="row between line">
        <h2 id="lang-nghe" class="text-lg">
          Làng nghề, vùng nguyên liệu
        </h2>
        {keeps && (
          <Button small href={localPlacePaths.list}>
            Gắn làng nghề, vùng
          </Button>
        )}
      </div>
      {places.length === 0 ? (
        <p class="mut">Chưa gắn với làng nghề, vùng nguyên liệu nào.</p>
      ) : (
        <ul class="border-t border-line">
          {places.map(({ id, kind, name, craft, plantingCodes }) => (
            <li key={id} class="border-b border-line py-3">
              <p class="font-semibold">{keeps ? <a href={localPlacePaths.one(id)}>{name}</a> : name}</p>
              <p class="sm ink2">
                {kindWords[kind]} · {craft}
                {plantingCodes && ` · mã số vùng trồng ${plantingCodes.split('\n').join(', ')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
