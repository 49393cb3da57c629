import { MAP_SIZE, mapShapes } from '../map-shapes.ts';

/** Dots of an archipelago around its label point. */
const DOTS = [
  [0, 0],
  [9, -5],
  [-8, 5],
  [12, 6],
  [-3, -9],
  [4, 10],
] as const;

/** Hoàng Sa and Trường Sa with their names: in every map of the country. `small`: large letters that end at the map's edge. */
export function Isles({ small = false }: { small?: boolean }) {
  return (
    <>
      {mapShapes().isles.map(({ name, x, y }) => (
        <g key={name}>
          {DOTS.map(([dx, dy]) => (
            <circle key={`${dx}${dy}`} class="isle" cx={x + dx} cy={y + dy} r="2" />
          ))}
          {small ? (
            <text class="sub" x={MAP_SIZE.width - 2} y={y + 36} text-anchor="end">
              {name}
            </text>
          ) : (
            <text x={x} y={y + 30} text-anchor="middle">
              {name}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
