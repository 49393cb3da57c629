/** Words people write before a code when they copy it off a paper: "Số: …", "Mã sản phẩm …". */
const LABEL = /^(?:giấy chứng nhận|mã(?: tra cứu| sản phẩm| số)?|số)(?: số)?(?:\s*[:.]\s*|\s+)/iu;
/** The page a QR opens; its address is often pasted instead of the code in it. */
const PAGE = /\/chung-nhan\/([^/?#\s]+)/i;
/** Certificate numbers are written with two digits at least: "2/2026/…" is "02/2026/…". */
const ONE_DIGIT = /^(\d)(?=\s*\/\s*\d{4}\b)/;

/** The code meant by what somebody typed or pasted: an address, a label before the code and a missing zero are forgiven (U35). */
export function codeMeant(typed: string): string {
  const text = typed.normalize('NFC').trim();
  const inPage = PAGE.exec(text)?.[1];
  const code = inPage === undefined ? text : decoded(inPage);
  return code.replace(LABEL, '').replace(LABEL, '').replace(ONE_DIGIT, '0$1');
}

/** What stands in an address, as it was before; what was never encoded stays. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
