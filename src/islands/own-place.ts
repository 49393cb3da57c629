/** The name under which this device keeps something of a page: of the account that is signed in, never of another one. */
export const ownPlace = (place: string): string => `${document.body.dataset.account ?? ''} ${place}`.trimStart();
