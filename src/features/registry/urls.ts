export const registerPath = '/so-san-pham';
export const registerSheetPath = '/so-san-pham.xlsx';
export const productRecordPath = (id: string): string => `/so-san-pham/${id}`;
export const producerRecordPath = (id: string): string => `/so-chu-the/${id}`;
