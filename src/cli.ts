export async function main(argv: string[]): Promise<number> {
  const { x } = await import('#law/probe');
  console.log(argv, x);
  return 0;
}
