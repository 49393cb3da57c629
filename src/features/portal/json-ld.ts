import type { CertificateRow } from './certificate-row.ts';
import { certain, publicState } from './certificate-row.ts';
import type { ProducerDetail, ProductDetail } from './detail.ts';

/** Data for search machines (schema.org). Only what the page itself shows. */
export type DataForMachines = Readonly<Record<string, unknown>>;

const credential = (row: CertificateRow, day: string): DataForMachines => ({
  '@type': 'Certification',
  name: row.star === null ? 'OCOP' : `OCOP ${row.star} sao`,
  certificationIdentification: row.code,
  certificationStatus: publicState(row, day) === 'valid' ? 'CertificationActive' : 'CertificationInactive',
  ...(row.issuer === null ? {} : { issuedBy: { '@type': 'Organization', name: row.issuer } }),
  ...(row.decisionDate === null ? {} : { datePublished: row.decisionDate }),
  ...(certain(row.expiresEarliest, row.expiresLatest) === null ? {} : { expires: row.expiresLatest }),
});

/** A product with its maker and certificates. */
export function productData(product: ProductDetail, day: string, url: string): DataForMachines {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    url,
    ...(product.story === null ? {} : { description: product.story }),
    ...(product.producer === null ? {} : { manufacturer: { '@type': 'Organization', name: product.producer.name } }),
    ...(product.place === null ? {} : { countryOfOrigin: 'VN', productionPlace: product.place }),
    hasCertification: product.certificates.map((row) => credential(row, day)),
  };
}

/** A producer with its place. */
export function producerData(producer: ProducerDetail, url: string): DataForMachines {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: producer.name,
    url,
    ...(producer.address === null ? {} : { address: producer.address }),
  };
}
