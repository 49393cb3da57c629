/** What works on pictures, loaded with the first picture: it is large, and no page asks for it. */
export const pictures = async () => (await import('sharp')).default;
