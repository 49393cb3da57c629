import { readFileSync } from 'node:fs';
import { type GeoPermissibleObjects, geoMercator, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import { z } from 'zod';
import { referenceFile } from '#features/units';

export const MAP_SIZE = { width: 480, height: 560 } as const;
/** Of one province drawn alone. */
export const OUTLINE_SIZE = { width: 480, height: 400 } as const;

/** The outline of a province as an SVG path, with its official code. */
export interface ProvinceShape {
  code: string;
  path: string;
}
/** An archipelago with the place of its dots and name. */
export interface IsleLabel {
  name: string;
  x: number;
  y: number;
}
export interface MapShapes {
  provinces: ProvinceShape[];
  isles: IsleLabel[];
}

const labelFile = z.object({
  features: z
    .array(
      z.object({
        properties: z.object({ label: z.string() }),
        geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      }),
    )
    .min(2),
});

/** The file as the reader of outlines wants it: one layer of provinces. */
type Outlines = Parameters<typeof feature>[0];

let kept: MapShapes | undefined;

/**
 * The 34 provinces (Natural Earth, public domain) and both archipelagos, which those outlines lack: the map is never drawn
 * without Hoàng Sa and Trường Sa. Read once.
 */
export function mapShapes(): MapShapes {
  kept ??= drawShapes();
  return kept;
}

type Outline = ReturnType<typeof readOutlines>[number];
let read: Outline[] | undefined;

function readOutlines() {
  const topology: Outlines = JSON.parse(readFileSync(referenceFile('geo/provinces-34-naturalearth.topojson'), 'utf8'));
  const [layer] = Object.values(topology.objects);
  if (layer === undefined) throw new Error('the map has no layer');
  const land = feature(topology, layer);
  return 'features' in land ? land.features : [land];
}

/** One province drawn alone, and where points given as longitude and latitude lie in it; null when there is no outline. */
export function provinceOutline(
  code: string,
  points: readonly (readonly [longitude: number, latitude: number])[],
): { path: string; points: [x: number, y: number][] } | null {
  read ??= readOutlines();
  const own = read.find(({ id }) => String(id) === code);
  if (own === undefined) return null;
  const { width, height } = OUTLINE_SIZE;
  const projection = geoMercator().fitExtent(
    [
      [12, 12],
      [width - 12, height - 12],
    ],
    own,
  );
  const placed = points.map((point): [number, number] => {
    const [x, y] = projection([...point]) ?? [0, 0];
    return [Math.round(x), Math.round(y)];
  });
  return { path: geoPath(projection).digits(1)(own) ?? '', points: placed };
}

function drawShapes(): MapShapes {
  read ??= readOutlines();
  const outlines = read;
  const labels = labelFile.parse(
    JSON.parse(readFileSync(referenceFile('geo/labels-hoang-sa-truong-sa.geojson'), 'utf8')),
  ).features;
  const whole: GeoPermissibleObjects = {
    type: 'GeometryCollection',
    geometries: [
      ...outlines.map((each) => each.geometry),
      ...labels.map((label): { type: 'Point'; coordinates: [number, number] } => ({
        type: 'Point',
        coordinates: label.geometry.coordinates,
      })),
    ],
  };
  const { width, height } = MAP_SIZE;
  const projection = geoMercator().fitExtent(
    [
      [8, 8],
      [width - 92, height - 8],
    ],
    whole,
  );
  const draw = geoPath(projection).digits(1);
  const provinces = outlines.map((each) => ({ code: String(each.id), path: draw(each) ?? '' }));
  const isles = labels.map(({ properties, geometry }) => {
    const [x, y] = projection(geometry.coordinates) ?? [0, 0];
    return { name: properties.label, x: Math.round(x), y: Math.round(y) };
  });
  return { provinces, isles };
}
