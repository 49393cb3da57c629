/** What of an address a list may complete a record with; for lists of products and of producers alike. */

/** Words that name units and nothing within them: where something lies, but nobody's address. */
const ONLY_UNITS = /^(?:\s*(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tp\.?|tỉnh)\s[^,]*(?:,|$))+$/iu;

/** The address as far as it says more than units ("Thôn Một, xã Yên Sơn"); null when it does not, or there is none. */
export const addressSaid = (address: string | null): string | null =>
  address === null || ONLY_UNITS.test(address.normalize('NFC')) ? null : address;
