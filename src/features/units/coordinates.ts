import { decimal } from '#platform/http/fields';

/** The box around the land and the islands of Viet Nam, Hoàng Sa and Trường Sa with it: degrees, WGS 84. */
const VIETNAM = { south: 6, north: 23.5, west: 102, east: 118 } as const;

/** Fields of a point on the map, where one is known: degrees, WGS 84. */
export const coordinates = {
  latitude: decimal({ label: 'Vĩ độ', min: VIETNAM.south, max: VIETNAM.north }).optional(),
  longitude: decimal({ label: 'Kinh độ', min: VIETNAM.west, max: VIETNAM.east }).optional(),
};
